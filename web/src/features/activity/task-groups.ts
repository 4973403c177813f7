import type { FilterNode } from "@/shared/filter";
import { formatInstant } from "@/shared/format";
import type { RecordData } from "@/shared/records";

export const STRETCHES = ["overdue", "today", "week", "later", "open"] as const;
export type Stretch = (typeof STRETCHES)[number];

/** What I still have to do: tasks, and whatever else is planned. */
export const MY_TASKS: FilterNode = {
  and: [
    { field: "owner", op: "eq", value: "@me" },
    { field: "done", op: "eq", value: false },
    {
      or: [
        { field: "kind", op: "eq", value: "task" },
        { field: "dueAt", op: "notEmpty" },
      ],
    },
  ],
};

const DAY = 86_400_000;
const WEEK = 7;

/** When something is due, as the days of the company go; the week ends with Sunday. */
export function stretchOf(dueAt: unknown, now: Date): Stretch {
  if (typeof dueAt !== "string") {
    return "open";
  }
  const today = dayOf(now.toISOString());
  const due = dayOf(dueAt);
  if (new Date(dueAt).getTime() < now.getTime() && due <= today) {
    return due < today ? "overdue" : "today";
  }
  const untilSunday = (WEEK - new Date(today).getUTCDay()) % WEEK;
  return due === today ? "today" : due <= today + untilSunday * DAY ? "week" : "later";
}

export function byStretch(tasks: RecordData[], now: Date): Map<Stretch, RecordData[]> {
  const groups = new Map<Stretch, RecordData[]>();
  for (const stretch of STRETCHES) {
    const found = tasks.filter((task) => stretchOf(task.dueAt, now) === stretch);
    if (found.length > 0) {
      groups.set(stretch, found);
    }
  }
  return groups;
}

function dayOf(instant: string): number {
  return Date.parse(formatInstant(instant).slice(0, 10));
}
