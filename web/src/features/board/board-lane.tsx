import type { DragEvent } from "react";
import { useTranslation } from "react-i18next";
import { groupWords, keyText, type ShownLane } from "@/features/grouping";
import styles from "./board.module.css";
import { BoardCard, type Place } from "./board-card";
import { type DropPlace, placeIn } from "./drop-place";
import { countWords, LaneHead } from "./lane-head";

type Props = Omit<Parameters<typeof LaneHead>[0], "lane"> &
  Pick<Parameters<typeof BoardCard>[0], "fields"> & {
    lane: ShownLane;
    places: Place[];
    isShut: boolean;
    /** Whether cards can be dragged, and whether they keep their place in the column. */
    mayDrag: boolean;
    mayOrder: boolean;
    /** Where the card that is dragged would fall, if here. */
    target: number | undefined;
    isMoving: (id: string) => boolean;
    onMove: (id: string, place: string, index?: number) => void;
    onOver: (place: DropPlace | undefined) => void;
    onDropped: (id: string, place: DropPlace) => void;
  };

const DRAGGED = "application/x-kezhi-card";
const coarse = window.matchMedia("(pointer: coarse)");

/** One column; a narrow strip while it is shut. */
export function BoardLane({ lane, places, isShut, fields, target, ...props }: Props) {
  const { t } = useTranslation();
  const here = keyText(lane.key);
  const words = groupWords(props.grouping, lane.key);
  const elsewhere = places.filter((place) => place.key !== here);
  const last = lane.records.length - 1;
  const dropping = {
    "data-drop": here,
    "data-target": target !== undefined,
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (event.dataTransfer.types.includes(DRAGGED)) {
        event.preventDefault();
        props.onOver(placeIn(event.currentTarget, event.clientY, undefined));
      }
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      if (
        !(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))
      ) {
        props.onOver(undefined);
      }
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      event.preventDefault();
      const id = event.dataTransfer.getData(DRAGGED);
      props.onDropped(id, placeIn(event.currentTarget, event.clientY, id));
    },
  };

  if (isShut) {
    return (
      <button type="button" className={styles.strip} onClick={props.onFold} {...dropping}>
        <span className="visually-hidden">{t("board.unfold")}</span>
        <b>{words}</b>
        <span>{countWords(lane)}</span>
      </button>
    );
  }
  return (
    <section className={styles.lane} aria-label={words} {...dropping}>
      <LaneHead {...props} lane={lane} />
      <ol className={styles.cards} data-lane={here}>
        {lane.records.map((record, index) => (
          // biome-ignore lint/a11y/noNoninteractiveElementInteractions: its menu and keys move it too
          <li
            key={record.id}
            data-item={record.id}
            data-drag={props.mayDrag && !props.isMoving(record.id)}
            data-before={props.mayOrder && target === index}
            data-behind={props.mayOrder && index === last && target === lane.records.length}
            draggable={props.mayDrag && !coarse.matches && !props.isMoving(record.id)}
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
              order={props.mayOrder ? { index, last } : undefined}
              isMoving={props.isMoving(record.id)}
              onMove={(place) => props.onMove(record.id, place)}
              onOrder={(to) => props.onMove(record.id, here, to)}
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
