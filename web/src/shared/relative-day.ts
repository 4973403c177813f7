import type { TFunction } from "i18next";

/** Days told from the day that it is when the list is read; the server knows the same words. */
export const PERIODS = [
  "today",
  "yesterday",
  "tomorrow",
  "thisWeek",
  "lastWeek",
  "nextWeek",
  "thisMonth",
  "lastMonth",
  "nextMonth",
  "thisQuarter",
  "lastQuarter",
  "nextQuarter",
  "thisYear",
  "lastYear",
  "nextYear",
] as const;

/** Those that say how many days. */
export const COUNTED = ["lastDays", "nextDays", "daysAgo"] as const;

export type Period = (typeof PERIODS)[number];
export type Counted = (typeof COUNTED)[number];
export type RelativeDay = { kind: Period } | { kind: Counted; days: number };

export const MOST_DAYS = 99_999;

const SHAPES: Record<Counted, { read: RegExp; write: (days: number) => string }> = {
  lastDays: { read: /^@last(\d{1,5})days$/, write: (days) => `@last${days}days` },
  nextDays: { read: /^@next(\d{1,5})days$/, write: (days) => `@next${days}days` },
  daysAgo: { read: /^@(\d{1,5})daysAgo$/, write: (days) => `@${days}daysAgo` },
};

export function parseRelative(value: unknown): RelativeDay | undefined {
  if (typeof value !== "string") {
    return undefined;
  }
  const period = PERIODS.find((name) => value === `@${name}`);
  if (period !== undefined) {
    return { kind: period };
  }
  for (const kind of COUNTED) {
    const days = SHAPES[kind].read.exec(value)?.[1];
    if (days !== undefined) {
      return { kind, days: Number(days) };
    }
  }
  return undefined;
}

export function formatRelative(day: RelativeDay): string {
  return "days" in day ? SHAPES[day.kind].write(day.days) : `@${day.kind}`;
}

export function relativeWords(t: TFunction, day: RelativeDay): string {
  return "days" in day
    ? t(`shared.day.counted.${day.kind}`, { count: day.days })
    : t(`shared.day.${day.kind}`);
}
