import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { groupWords, keyText, type ShownLane } from "@/features/grouping";
import type { RecordData } from "@/shared/records";
import styles from "./board.module.css";
import { BoardCard, type Place } from "./board-card";
import { countWords, LaneHead } from "./lane-head";

type Props = Omit<Parameters<typeof LaneHead>[0], "lane"> &
  Pick<Parameters<typeof BoardCard>[0], "fields"> & {
    lane: ShownLane;
    places: Place[];
    isShut: boolean;
    isMoving: (id: string) => boolean;
    onMove: (record: RecordData, place: string) => void;
    onDropped: (id: string) => void;
  };

const DRAGGED = "application/x-kezhi-card";

/** One column; a narrow strip while it is shut. */
export function BoardLane({ lane, places, isShut, fields, ...props }: Props) {
  const { t } = useTranslation();
  const [isTarget, setTarget] = useState(false);
  const here = keyText(lane.key);
  const words = groupWords(props.grouping, lane.key);
  const elsewhere = places.filter((place) => place.key !== here);
  const dropping = {
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes(DRAGGED)) {
        event.preventDefault();
        setTarget(true);
      }
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      if (
        !(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))
      ) {
        setTarget(false);
      }
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setTarget(false);
      props.onDropped(event.dataTransfer.getData(DRAGGED));
    },
  };

  if (isShut) {
    return (
      <button
        type="button"
        className={styles.strip}
        data-target={isTarget}
        onClick={props.onFold}
        {...dropping}
      >
        <span className="visually-hidden">{t("board.unfold")}</span>
        <b>{words}</b>
        <span>{countWords(lane)}</span>
      </button>
    );
  }
  return (
    <section className={styles.lane} data-target={isTarget} aria-label={words} {...dropping}>
      <LaneHead {...props} lane={lane} />
      <ol className={styles.cards} data-lane={here}>
        {lane.records.map((record) => (
          // biome-ignore lint/a11y/noNoninteractiveElementInteractions: its menu and keys move it too
          <li
            key={record.id}
            draggable={elsewhere.length > 0 && !props.isMoving(record.id)}
            onDragStart={(event) => {
              event.dataTransfer.setData(DRAGGED, record.id);
              event.dataTransfer.effectAllowed = "move";
            }}
          >
            <BoardCard
              object={props.object}
              fields={fields}
              record={record}
              places={elsewhere}
              isMoving={props.isMoving(record.id)}
              onMove={(place) => props.onMove(record, place)}
            />
          </li>
        ))}
        {lane.records.length === 0 && <li className={styles.empty}>{t("board.empty")}</li>}
        {lane.hasMore && (
          <li>
            <button
              type="button"
              className={styles.more}
              disabled={lane.isLoadingMore}
              onClick={lane.loadMore}
            >
              {t("board.more", { lane: words })}
            </button>
          </li>
        )}
      </ol>
    </section>
  );
}
