import type { KeyboardEvent, PointerEvent } from "react";
import { NARROWEST, WIDEST, withinLimits } from "./column-width";
import styles from "./table-head.module.css";

type Props = {
  label: string;
  width: number;
  /** While it is dragged, and nothing when the drag is given up. */
  onDraft: (width: number | undefined) => void;
  onWidth: (width: number) => void;
  onReset: () => void;
};

const STEP = 16;

/** The right edge of a header: drag it, or press the arrow keys on it; a double click resets. */
export function WidthHandle({ label, width, onDraft, onWidth, onReset }: Props) {
  function grab(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    const from = event.clientX;
    const at = (to: globalThis.PointerEvent) => withinLimits(width + to.clientX - from);
    const drag = (to: globalThis.PointerEvent) => onDraft(at(to));
    const end = (to: globalThis.PointerEvent) => {
      handle.removeEventListener("pointermove", drag);
      handle.removeEventListener("pointerup", end);
      handle.removeEventListener("pointercancel", end);
      onDraft(undefined);
      if (to.type === "pointerup" && to.clientX !== from) {
        onWidth(at(to));
      }
    };
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener("pointermove", drag);
    handle.addEventListener("pointerup", end);
    handle.addEventListener("pointercancel", end);
  }

  function press(event: KeyboardEvent) {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      onWidth(withinLimits(width + step));
    }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved by keys
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(width)}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      className={styles.handle}
      draggable
      onDragStart={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={grab}
      onKeyDown={press}
      onDoubleClick={onReset}
    />
  );
}
