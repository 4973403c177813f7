import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { dayAfter, formatTime, formatWeekday } from "@/shared/format";
import type { ObjectMeta } from "@/shared/meta";
import { fieldValue } from "@/shared/records";
import { CalendarItem } from "./calendar-item";
import { HourEvent } from "./hour-event";
import styles from "./hour-grid.module.css";
import { DAY_MINUTES, lengthFieldOf, sideBySide, spanOf, timeOf } from "./hours";
import type { MoveTo } from "./use-day-moves";
import type { DayContent, Placed } from "./use-days";
import { type Pull, pulledSpan, useHourDrag } from "./use-hour-drag";

type Props = {
  object: ObjectMeta;
  days: string[];
  today: string;
  content: Map<string, DayContent>;
  onMove: MoveTo;
};

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const HOUR_PIXELS = 48;
const PER_MINUTE = HOUR_PIXELS / 60;
const FIRST_SEEN = 7.5;

const keyOf = ({ record, field }: Placed) => `${record.id} ${field.name}`;

/** Days side by side with their hours; what has no time of the day stands above them. */
export function HourGrid({ object, days, today, content, onMove }: Props) {
  const { t } = useTranslation();
  const scroll = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const length = lengthFieldOf(object);
  const on = (day: string) => content.get(day)?.items ?? [];
  const timed = (day: string) => on(day).filter(({ field }) => field.kind === "instant");
  const drag = useHourDrag({ grid, days: days.length, pixelsPerMinute: PER_MINUTE, onDrop: drop });
  const columns = { gridTemplateColumns: `52px repeat(${days.length}, minmax(0, 1fr))` };

  useEffect(() => {
    scroll.current?.scrollTo({ top: FIRST_SEEN * HOUR_PIXELS });
  }, []);

  function drop(pull: Pull) {
    for (const day of days) {
      const placed = timed(day).find((one) => keyOf(one) === pull.key);
      if (placed !== undefined) {
        shift(placed, day, pull);
        return;
      }
    }
  }

  function shift(placed: Placed, day: string, pull: Omit<Pull, "key">) {
    const before = spanOf(placed, length);
    const { start, end } = pulledSpan(before, { key: "", ...pull });
    onMove(placed, {
      day: dayAfter(day, pull.days),
      time:
        pull.minutes === 0
          ? formatTime(String(fieldValue(placed.record, placed.field.name)))
          : timeOf(start),
      ...(pull.longer === 0 || length === undefined
        ? {}
        : { length: { field: length, minutes: end - start } }),
    });
  }

  return (
    <div className={styles.frame}>
      <div className={styles.head} style={columns}>
        <span />
        {days.map((day) => (
          <div key={day} className={styles.day} data-today={day === today}>
            <h3>{`${formatWeekday(day)} ${day.slice(5)}`}</h3>
            <ul aria-label={t("calendar.allDay", { day })}>
              {on(day)
                .filter(({ field }) => field.kind === "date")
                .map((placed) => (
                  <CalendarItem
                    key={keyOf(placed)}
                    object={object}
                    placed={placed}
                    day={day}
                    onMove={(one, to) => onMove(one, { day: to })}
                  />
                ))}
            </ul>
          </div>
        ))}
      </div>
      <div ref={scroll} className={styles.scroll}>
        <div className={styles.body} style={{ ...columns, height: HOURS.length * HOUR_PIXELS }}>
          <div className={styles.hours} aria-hidden="true">
            {HOURS.map((hour) => (
              <span key={hour} style={{ top: hour * HOUR_PIXELS }}>
                {hour === 0 ? "" : timeOf(hour * 60)}
              </span>
            ))}
          </div>
          <div ref={grid} className={styles.grid} style={{ gridColumn: "2 / -1" }}>
            {days.map((day, index) => (
              <ul
                key={day}
                className={styles.column}
                data-today={day === today}
                aria-label={`${formatWeekday(day)} ${day}`}
              >
                {day === today && <Now />}
                {sideBySide(
                  timed(day).map((placed) => ({ placed, ...spanOf(placed, length) })),
                ).map((laid) => (
                  <HourEvent
                    key={keyOf(laid.placed)}
                    object={object}
                    laid={laid}
                    perMinute={PER_MINUTE}
                    hasLength={length !== undefined}
                    drag={drag}
                    id={keyOf(laid.placed)}
                    place={{ index, days: days.length }}
                    onShift={(pull) => shift(laid.placed, day, pull)}
                  />
                ))}
              </ul>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

function Now() {
  const [hours = 0, minutes = 0] = formatTime(new Date().toISOString()).split(":").map(Number);
  const top = `${((hours * 60 + minutes) / DAY_MINUTES) * 100}%`;
  return <li className={styles.now} style={{ top }} aria-hidden="true" />;
}
