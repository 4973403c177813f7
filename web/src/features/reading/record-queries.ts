import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { get } from "@/shared/http";
import { type Page, type RecordData, type Reference, recordKeys } from "@/shared/records";

/** Something that happened, and the record that tells it. */
export type TimelineItem = {
  at: string;
  object: string;
  id: string;
  record: Record<string, unknown>;
};

export type HistoryItem = {
  at: string;
  actor?: Reference | null;
  channel?: string | null;
  action: string;
  changes: { field: string; label: string; from: unknown; to: unknown }[];
};

export type RelatedCount = { object: string; field: string; count: number; countIsExact: boolean };

export function timelineOptions(path: string, id: string) {
  return infiniteQueryOptions({
    queryKey: [...recordKeys.one(path, id), "timeline"],
    queryFn: ({ pageParam, signal }) =>
      get<Page<TimelineItem>>(`/api/${path}/${id}/timeline`, { cursor: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor || undefined,
  });
}

export function historyOptions(path: string, id: string) {
  return infiniteQueryOptions({
    queryKey: [...recordKeys.one(path, id), "history"],
    queryFn: ({ pageParam, signal }) =>
      get<Page<HistoryItem>>(`/api/${path}/${id}/history`, { cursor: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor || undefined,
  });
}

export function relatedOptions(path: string, id: string) {
  return queryOptions({
    queryKey: [...recordKeys.one(path, id), "related"],
    queryFn: ({ signal }) =>
      get<{ items: RelatedCount[] }>(`/api/${path}/${id}/related`, undefined, signal),
  });
}

export function relatedRowsOptions(path: string, filter: string, query: Record<string, string>) {
  return queryOptions({
    queryKey: [...recordKeys.all(path), "rows", filter, query],
    queryFn: ({ signal }) =>
      get<Page<RecordData>>(`/api/${path}`, { filter, limit: 4, ...query }, signal),
  });
}
