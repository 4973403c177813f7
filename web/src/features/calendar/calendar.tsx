import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Empty, Flex, Segmented, Skeleton } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatInstant, formatMonth, formatWeekday } from "@/shared/format";
import { MODES, type Mode } from "@/shared/list-state";
import { useIsPhone } from "@/shared/media";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import styles from "./calendar.module.css";
import { CalendarDay } from "./calendar-day";
import { daysOf, stepped } from "./days";
import { HourGrid } from "./hour-grid";
import { useDayMoves } from "./use-day-moves";
import { type Placed, type Source, useDays } from "./use-days";

/** What a calendar shows: around which day, and how; not said, today and what suits the screen. */
export type CalendarPlace = { mode: Mode | undefined; day: string | undefined };

type Props = {
  object: ObjectMeta;
  sources: Source[];
  place: CalendarPlace;
  onPlace: (change: Partial<CalendarPlace>) => void;
  extra?: ReactNode;
  failed: (error: Error, retry: () => void) => ReactNode;
};

const PER_DAY: Record<Mode, number> = { month: 4, week: 50, day: 100, agenda: 50 };
const WEEK = 7;

/** Records on their days. Only what is shown is loaded; dragging one to another day moves it. */
export function Calendar({ object, sources, place, onPlace, extra, failed }: Props) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const today = formatInstant(new Date().toISOString()).slice(0, 10);
  const day = place.day ?? today;
  const mode = place.mode ?? (isPhone ? "agenda" : "month");
  const days = daysOf(mode, day);
  const found = useDays(pathOf(object), sources, days, PER_DAY[mode]);
  const moves = useDayMoves(pathOf(object));
  if (found.failed?.error) {
    return failed(found.failed.error, found.failed.refetch);
  }
  const content = moves.shown(found.content);
  // A finger scrolls a phone: there the hours are a list.
  const hasHours = !isPhone && (mode === "week" || mode === "day");
  const isEmpty = [...content.values()].every(({ total }) => total === 0);

  function drop(text: string, to: string) {
    const [id = "", name = ""] = text.split(" ");
    const isIt = ({ record, field }: Placed) => record.id === id && field.name === name;
    for (const [from, { items }] of content) {
      const placed = items.find(isIt);
      if (placed !== undefined && from !== to && object.rights.update && !placed.field.readOnly) {
        moves.move(placed, { day: to });
        return;
      }
    }
  }

  return (
    <div className={styles.calendar}>
      <Flex wrap gap={8} align="center" className={styles.head ?? ""}>
        <Button
          icon={<LeftOutlined />}
          aria-label={t("calendar.earlier")}
          onClick={() => onPlace({ day: stepped(mode, day, -1) })}
        />
        <Button onClick={() => onPlace({ day: undefined })}>{t("calendar.today")}</Button>
        <Button
          icon={<RightOutlined />}
          aria-label={t("calendar.later")}
          onClick={() => onPlace({ day: stepped(mode, day, 1) })}
        />
        <h2 aria-live="polite">{formatMonth(mode === "week" ? (days[3] ?? day) : day)}</h2>
        <span className={styles.space} />
        {extra}
        <Segmented<Mode>
          value={mode}
          aria-label={t("calendar.mode")}
          options={MODES.map((value) => ({ value, label: t(`calendar.modeOf.${value}`) }))}
          onChange={(chosen) => onPlace({ mode: chosen })}
        />
      </Flex>
      {found.isPending && <Skeleton active title={false} paragraph={{ rows: 10, width: "100%" }} />}
      {!found.isPending && mode === "agenda" && isEmpty && (
        <Empty description={t("calendar.empty")} />
      )}
      {!found.isPending && hasHours && (
        <HourGrid
          key={mode}
          object={object}
          days={days}
          today={today}
          content={content}
          onMove={moves.move}
        />
      )}
      {!found.isPending && !hasHours && (
        <div className={styles[mode === "day" ? "oneDay" : mode]}>
          {mode === "month" &&
            days.slice(0, WEEK).map((name) => (
              <div key={name} className={styles.weekday}>
                {formatWeekday(name)}
              </div>
            ))}
          {days.map((one) => (
            <CalendarDay
              key={one}
              object={object}
              mode={mode}
              day={one}
              today={today}
              isOutside={mode === "month" && one.slice(0, 7) !== day.slice(0, 7)}
              content={content.get(one) ?? { items: [], total: 0 }}
              onMove={(placed, to) => moves.move(placed, { day: to })}
              onDropped={drop}
              onOpen={(opened) => onPlace({ day: opened, mode: "day" })}
            />
          ))}
        </div>
      )}
    </div>
  );
}
