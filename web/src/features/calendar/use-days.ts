import { useQueries } from "@tanstack/react-query";
import { type Lane, lanesOptions } from "@/features/grouping";
import type { FieldMeta } from "@/shared/meta";
import type { ListQuery, RecordData } from "@/shared/records";

/** Which records stand in a calendar, and on the day of which field. */
export type Source = { field: FieldMeta; query: ListQuery };

export type Placed = { record: RecordData; field: FieldMeta };
export type DayContent = { items: Placed[]; total: number };

/** What stands on the days shown, and nothing else: one request for each source. */
export function useDays(path: string, sources: Source[], days: string[], limit: number) {
  const found = useQueries({
    queries: sources.map(({ field, query }) =>
      lanesOptions(path, { ...query, by: `${field.name}:day`, keys: days, limit }),
    ),
  });
  const content = new Map<string, DayContent>(
    days.map((day) => [day, { items: [], total: 0 } satisfies DayContent]),
  );
  found.forEach((source, index) => {
    const field = sources[index]?.field;
    for (const lane of source.data ?? []) {
      const day = content.get(dayOf(lane));
      if (day !== undefined && field !== undefined) {
        day.items.push(...lane.records.map((record) => ({ record, field })));
        day.total += lane.total;
      }
    }
  });
  return {
    content,
    isPending: found.some((source) => source.isPending),
    failed: found.find((source) => source.isError),
  };
}

function dayOf(lane: Lane): string {
  return String(lane.key);
}
