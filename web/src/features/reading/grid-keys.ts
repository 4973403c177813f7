import type { KeyboardEvent } from "react";

/** How far a key goes, down and across. */
export type Step = [number, number];

const STEPS: Record<string, Step> = {
  ArrowUp: [-1, 0],
  k: [-1, 0],
  ArrowDown: [1, 0],
  j: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** What header and footer of a table take from a page. */
const NOT_ROWS = 3;
const FAR = Number.MAX_SAFE_INTEGER / 2;

/** Where one begins when one was nowhere yet. */
export function startRow(key: string, rows: number): number | undefined {
  return { j: 0, k: 0, ArrowDown: 0, PageDown: 0, Home: 0, End: rows - 1 }[key];
}

/** Home and End go along the row and, with the control key, to the ends of the list. */
export function stepOf(event: KeyboardEvent<HTMLElement>): Step | undefined {
  const { key, target, currentTarget } = event;
  const height =
    target instanceof HTMLElement && target !== currentTarget ? target.offsetHeight : 0;
  const page =
    height === 0 ? 10 : Math.max(1, Math.floor(currentTarget.clientHeight / height) - NOT_ROWS);
  switch (key) {
    case "PageUp":
      return [-page, 0];
    case "PageDown":
      return [page, 0];
    case "Home":
      return isFar(event) ? [-FAR, -FAR] : [0, -FAR];
    case "End":
      return isFar(event) ? [FAR, 0] : [0, FAR];
    default:
      return isFar(event) ? undefined : STEPS[key];
  }
}

function isFar({ ctrlKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey;
}
