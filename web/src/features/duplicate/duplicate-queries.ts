import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { get, request } from "@/shared/http";
import type { Page, RecordData, Reference } from "@/shared/records";

export type DuplicateHit = {
  /** None where the viewer may not see the record. */
  id?: string | null;
  title: string;
  owner?: Reference | null;
  score: number;
  reasons: string[];
};

export type DuplicatePair = { first: string; second: string; score: number; reasons: string[] };

export type DuplicateGroup = {
  id: string;
  score: number;
  records: RecordData[];
  pairs: DuplicatePair[];
};

export function hitsOptions(path: string, values: Record<string, unknown>, id?: string) {
  return queryOptions({
    queryKey: ["duplicates", path, "hits", id, values],
    queryFn: ({ signal }) =>
      request<{ items: DuplicateHit[] }>("POST", `/api/${path}/duplicates`, {
        body: { values, ...(id === undefined ? {} : { id }) },
        signal,
      }),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function groupsOptions(path: string) {
  return infiniteQueryOptions({
    queryKey: ["duplicates", path, "groups"],
    queryFn: ({ pageParam, signal }) =>
      get<Page<DuplicateGroup>>(`/api/${path}/duplicates`, { cursor: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor || undefined,
  });
}

export function useDismiss(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (records: string[]) =>
      request<void>("POST", `/api/${path}/duplicates/dismissals`, { body: { records } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["duplicates", path] }),
  });
}

export function useStartScan() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>("POST", "/api/duplicate-scans"),
    onSuccess: () => client.invalidateQueries({ queryKey: ["jobs"] }),
  });
}
