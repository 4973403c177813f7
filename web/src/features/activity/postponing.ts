import { dayAfter, formatInstant, formatTime, instantAt } from "@/shared/format";

/** To when something can be put off with one click. */
export const POSTPONED = [
  { key: "today", days: 0 },
  { key: "tomorrow", days: 1 },
  { key: "threeDays", days: 3 },
  { key: "nextWeek", days: 7 },
] as const;

const EVENING = "18:00";

/** The same time of the day, so many days from today. */
export function postponed(
  due: string | undefined,
  { days }: (typeof POSTPONED)[number],
  now: Date,
): string {
  const today = formatInstant(now.toISOString()).slice(0, 10);
  return instantAt(
    dayAfter(today, days),
    due === undefined || days === 0 ? EVENING : formatTime(due),
  );
}
