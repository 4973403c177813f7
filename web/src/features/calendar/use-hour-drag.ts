import { type PointerEvent, type RefObject, useState } from "react";
import { type Span, STEP } from "./hours";

/** By how many days and minutes something was pulled, and by how much it got longer. */
export type Pull = { key: string; days: number; minutes: number; longer: number };
type Begun = Pull & { x: number; y: number; isLength: boolean };

const FAR_ENOUGH = 4;

type Props = {
  /** The days side by side, of one width. */
  grid: RefObject<HTMLDivElement | null>;
  days: number;
  pixelsPerMinute: number;
  onDrop: (pull: Pull) => void;
};

/** Pulls what stands in the hours to another time or day, or its end, in steps of a quarter. */
export function useHourDrag({ grid, days, pixelsPerMinute, onDrop }: Props) {
  const [begun, setBegun] = useState<Begun>();
  const [hasMoved, setMoved] = useState(false);

  function begin(event: PointerEvent, key: string, isLength: boolean) {
    if (event.button !== 0) {
      return;
    }
    event.currentTarget.setPointerCapture(event.pointerId);
    setMoved(false);
    setBegun({ key, days: 0, minutes: 0, longer: 0, x: event.clientX, y: event.clientY, isLength });
  }

  function pull(event: PointerEvent) {
    if (begun === undefined || grid.current === null) {
      return;
    }
    const [dx, dy] = [event.clientX - begun.x, event.clientY - begun.y];
    if (Math.abs(dx) + Math.abs(dy) > FAR_ENOUGH) {
      setMoved(true);
    }
    const minutes = Math.round(dy / pixelsPerMinute / STEP) * STEP;
    const width = grid.current.clientWidth / days;
    setBegun(
      begun.isLength
        ? { ...begun, longer: minutes }
        : { ...begun, minutes, days: Math.round(dx / width) },
    );
  }

  function end() {
    setBegun(undefined);
    if (begun !== undefined && hasMoved && (begun.days || begun.minutes || begun.longer)) {
      onDrop(begun);
    }
  }

  return {
    pulled: begun,
    /** Whether the click that follows belongs to the pull. */
    hasMoved,
    begin,
    handlers: {
      onPointerMove: pull,
      onPointerUp: end,
      onPointerCancel: () => setBegun(undefined),
    },
  };
}

/** Where something would stand; never before its day begins, nor shorter than a quarter. */
export function pulledSpan({ start, end }: Span, pull: Pull | undefined): Span {
  const from = Math.max(0, start + (pull?.minutes ?? 0));
  return { start: from, end: Math.max(from + STEP, end - start + from + (pull?.longer ?? 0)) };
}
