import { formatTime } from "@/shared/format";
import { fieldOf, type ObjectMeta } from "@/shared/meta";
import { fieldValue } from "@/shared/records";
import type { Placed } from "./use-days";

export const STEP = 15;
export const DAY_MINUTES = 24 * 60;
const USUAL = 30;

export type Span = { start: number; end: number };
export type Laid<T> = T & { column: number; columns: number };

/** The field that says how many minutes a record takes, where its kind has one. */
export function lengthFieldOf(object: ObjectMeta): string | undefined {
  const field = fieldOf(object, "duration");
  return field?.kind === "number" ? field.name : undefined;
}

/** From which to which minute of its day something lasts; nothing shorter than can be seen. */
export function spanOf({ record, field }: Placed, lengthField: string | undefined): Span {
  const [hours = 0, minutes = 0] = formatTime(String(fieldValue(record, field.name)))
    .split(":")
    .map(Number);
  const start = hours * 60 + minutes;
  const length = lengthField === undefined ? undefined : fieldValue(record, lengthField);
  const lasts = typeof length === "number" && length > 0 ? length : USUAL;
  return { start, end: Math.min(DAY_MINUTES, start + Math.max(STEP, lasts)) };
}

/** The time of the day of a minute, as HH:MM. */
export function timeOf(minute: number): string {
  const within = Math.min(DAY_MINUTES - STEP, Math.max(0, minute));
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

/** What lasts at the same time stands side by side, each as wide as the others. */
export function sideBySide<T extends Span>(spans: T[]): Laid<T>[] {
  const laid: Laid<T>[] = [];
  let cluster: Laid<T>[] = [];
  let until = 0;
  const close = () => {
    const columns = Math.max(0, ...cluster.map(({ column }) => column + 1));
    laid.push(...cluster.map((one) => ({ ...one, columns })));
    cluster = [];
  };
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= until) {
      close();
    }
    const taken = cluster.filter(({ end }) => end > span.start).map(({ column }) => column);
    let column = 0;
    while (taken.includes(column)) {
      column++;
    }
    cluster.push({ ...span, column, columns: 1 });
    until = Math.max(until, span.end);
  }
  close();
  return laid;
}
