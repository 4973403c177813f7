import { type Group, keyText, type Lane, type ShownLane } from "@/features/grouping";
import type { RecordData } from "@/shared/records";
import type { Rows } from "./use-grid";

/** One row of a grouped table. */
export type GroupedItem =
  | { kind: "group"; key: Lane["key"]; group: Group }
  | { kind: "record"; key: Lane["key"]; record: RecordData }
  | { kind: "more"; key: Lane["key"]; lane: ShownLane }
  | { kind: "wait"; key: Lane["key"] };

const FIRST = 20;

/** Headers and, below those that are open, their records, as far as they are there. */
export function groupedItems(
  groups: Group[],
  keys: Lane["key"][],
  folded: string[],
  lanes: ShownLane[],
): GroupedItem[] {
  const known = new Map(lanes.map((lane) => [keyText(lane.key), lane]));
  return groups.flatMap((group, index): GroupedItem[] => {
    const key = keys[index] ?? null;
    const header: GroupedItem = { kind: "group", key, group };
    if (folded.includes(keyText(key))) {
      return [header];
    }
    const lane = known.get(keyText(key));
    if (lane === undefined) {
      const places = Math.min(group.count, FIRST);
      return [header, ...Array.from({ length: places }, () => ({ kind: "wait" as const, key }))];
    }
    const records = lane.records.map((record) => ({ kind: "record" as const, key, record }));
    return [header, ...records, ...(lane.hasMore ? [{ kind: "more" as const, key, lane }] : [])];
  });
}

/** The records among the rows. */
export function rowsOf(items: GroupedItem[]): Rows {
  const at = (row: number) => {
    const item = items[row];
    return item?.kind === "record" ? item.record : undefined;
  };
  return {
    count: items.length,
    isRecord: (row) => at(row) !== undefined,
    idAt: (row) => at(row)?.id,
    at,
  };
}
