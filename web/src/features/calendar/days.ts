import { dayAfter } from "@/shared/format";
import type { Mode } from "@/shared/list-state";

const WEEK = 7;
const WEEKS = 6;

/** The days that a mode shows around a day, as YYYY-MM-DD; weeks begin on Monday. */
export function daysOf(mode: Mode, day: string): string[] {
  if (mode === "week") {
    return following(mondayOf(day), WEEK);
  }
  if (mode === "day") {
    return [day];
  }
  const first = `${day.slice(0, 7)}-01`;
  return mode === "month"
    ? following(mondayOf(first), weeksOf(first) * WEEK)
    : following(first, daysIn(first));
}

/** The same place one step further: a day, a week, or a month. */
export function stepped(mode: Mode, day: string, step: number): string {
  if (mode === "week" || mode === "day") {
    return dayAfter(day, step * (mode === "week" ? WEEK : 1));
  }
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + step, 1)).toISOString().slice(0, 10);
}

function mondayOf(day: string): string {
  return dayAfter(day, -((new Date(day).getUTCDay() + WEEK - 1) % WEEK));
}

function daysIn(first: string): number {
  const [year = 0, month = 1] = first.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function weeksOf(first: string): number {
  const before = (new Date(first).getUTCDay() + WEEK - 1) % WEEK;
  return Math.min(WEEKS, Math.ceil((before + daysIn(first)) / WEEK));
}

function following(first: string, many: number): string[] {
  return Array.from({ length: many }, (_, index) => dayAfter(first, index));
}
