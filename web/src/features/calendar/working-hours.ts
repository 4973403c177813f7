import { queryOptions } from "@tanstack/react-query";
import { get } from "@/shared/http";

export const WEEKDAYS = [
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export type Interval = { from: string; to: string };
export type Exceptional = { day: string; name: string; worksAs?: Weekday | null };
export type WorkingHours = {
  week: Partial<Record<Weekday, Interval[]>>;
  exceptions: Exceptional[];
};

export const workingHoursOptions = queryOptions({
  queryKey: ["working-hours"],
  queryFn: ({ signal }) => get<WorkingHours>("/api/working-hours", undefined, signal),
});

const MONDAY = "2024-01-01";

/** A day that is such a weekday, to name it by. */
export function sampleOf(weekday: Weekday): string {
  const index = WEEKDAYS.indexOf(weekday);
  return new Date(Date.parse(MONDAY) + index * 86_400_000).toISOString().slice(0, 10);
}

export function withInterval(
  hours: WorkingHours,
  weekday: Weekday,
  index: number,
  interval: Interval | undefined,
): WorkingHours {
  const known = hours.week[weekday] ?? [];
  const changed =
    interval === undefined
      ? known.filter((_, at) => at !== index)
      : [...known.slice(0, index), interval, ...known.slice(index + 1)];
  return { ...hours, week: { ...hours.week, [weekday]: changed } };
}
