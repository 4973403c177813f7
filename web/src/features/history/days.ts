import { formatInstant } from "@/shared/format";

export type Day<T> = { day: string; items: T[] };

/** Puts entries that follow each other under the days of the company's calendar. */
export function byDay<T extends { at: string }>(items: T[]): Day<T>[] {
  const days: Day<T>[] = [];
  for (const item of items) {
    const day = formatInstant(item.at).slice(0, 10);
    const last = days.at(-1);
    if (last?.day === day) {
      last.items.push(item);
    } else {
      days.push({ day, items: [item] });
    }
  }
  return days;
}
