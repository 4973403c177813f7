import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDay, formatNumber, formatWeekday } from "@/shared/format";
import type { Mode } from "@/shared/list-state";
import type { ObjectMeta } from "@/shared/meta";
import styles from "./calendar.module.css";
import { CalendarItem } from "./calendar-item";

import type { DayContent, Placed } from "./use-days";

type Props = {
  object: ObjectMeta;
  mode: Mode;
  day: string;
  today: string;
  isOutside: boolean;
  content: DayContent;
  onMove: (placed: Placed, to: string) => void;
  onDropped: (id: string, day: string) => void;
  onOpen: (day: string) => void;
};

/** One day with what stands on it; records are dropped here. */
export function CalendarDay(props: Props) {
  const { object, mode, day, today, isOutside, content, onMove, onDropped, onOpen } = props;
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const hidden = content.total - content.items.length;
  if (mode === "agenda" && content.total === 0) {
    return null;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: what is dropped here can be moved by keys too
    <section
      className={styles.day}
      data-today={day === today}
      data-outside={isOutside}
      data-over={isOver}
      aria-label={formatDay(day)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDropped(event.dataTransfer.getData("text/plain"), day);
      }}
    >
      <h3>{mode === "month" ? Number(day.slice(8)) : `${formatWeekday(day)} ${day.slice(5)}`}</h3>
      <ul>
        {content.items.map((placed) => (
          <CalendarItem
            key={placed.record.id + placed.field.name}
            object={object}
            placed={placed}
            day={day}
            onMove={onMove}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className={styles.more} onClick={() => onOpen(day)}>
          {t("calendar.more", { count: hidden, number: formatNumber(hidden) })}
        </button>
      )}
    </section>
  );
}
