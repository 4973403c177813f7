import { HolderOutlined } from "@ant-design/icons";
import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { slotAt } from "./order";
import styles from "./reorder.module.css";

type Drag = { from: number; to: number };
type Move = (from: number, to: number) => void;

export type Reorder = {
  /** The element whose children are the rows. */
  list: RefObject<HTMLUListElement | null>;
  drag: Drag | undefined;
  start: (index: number) => void;
  over: (y: number) => void;
  drop: () => void;
  cancel: () => void;
  move: Move;
  count: number;
};

/** Rows that are put in order with the finger, the mouse or the arrow keys. */
export function useReorder(count: number, onMove: Move): Reorder {
  const list = useRef<HTMLUListElement>(null);
  const [drag, setDrag] = useState<Drag>();
  const move: Move = (from, to) => {
    if (to !== from && to >= 0 && to < count) {
      onMove(from, to);
    }
  };
  return {
    list,
    drag,
    move,
    count,
    start: (index) => setDrag({ from: index, to: index }),
    over: (y) => {
      const rows = [...(list.current?.children ?? [])].slice(0, count);
      const to = slotAt(
        rows.map((row) => row.getBoundingClientRect()),
        y,
      );
      setDrag((now) => now && { ...now, to });
    },
    drop: () => {
      setDrag(undefined);
      if (drag !== undefined) {
        move(drag.from, drag.to);
      }
    },
    cancel: () => setDrag(undefined),
  };
}

/** Says on a row where the dragged one would come to stand. */
export function dropMark(
  { drag }: Reorder,
  index: number,
): "before" | "after" | "away" | undefined {
  if (drag === undefined) {
    return undefined;
  }
  if (index === drag.from) {
    return "away";
  }
  if (index !== drag.to) {
    return undefined;
  }
  return drag.to < drag.from ? "before" : "after";
}

type HandleProps = { reorder: Reorder; index: number; name: string };

export function ReorderHandle({ reorder, index, name }: HandleProps) {
  const { t } = useTranslation();

  function start(event: PointerEvent<HTMLButtonElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    reorder.start(index);
  }

  function press(event: KeyboardEvent) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      reorder.move(index, index + by);
    } else if (event.key === "Escape" && reorder.drag !== undefined) {
      event.stopPropagation();
      reorder.cancel();
    }
  }

  return (
    <button
      type="button"
      className={styles.handle}
      aria-label={t("shared.reorder", { name, position: index + 1, count: reorder.count })}
      title={t("shared.reorderHelp")}
      disabled={reorder.count < 2}
      onPointerDown={start}
      onPointerMove={(event) => reorder.drag !== undefined && reorder.over(event.clientY)}
      onPointerUp={reorder.drop}
      onPointerCancel={reorder.cancel}
      onKeyDown={press}
    >
      <HolderOutlined aria-hidden="true" />
    </button>
  );
}
