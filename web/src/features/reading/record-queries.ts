import { queryOptions } from "@tanstack/react-query";
import { get } from "@/shared/http";
import { type Page, type RecordData, recordKeys } from "@/shared/records";

export type RelatedCount = { object: string; field: string; count: number; countIsExact: boolean };

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
