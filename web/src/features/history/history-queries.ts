import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { useRefresh } from "@/features/writing";
import { get, request } from "@/shared/http";
import { type Page, type Reference, recordKeys } from "@/shared/records";

export type HistoryItem = {
  at: string;
  actor?: Reference | null;
  channel?: string | null;
  action: string;
  changes: { field: string; label: string; from: unknown; to: unknown }[];
};

/** Something that happened: a record that tells it, or a change of the record itself. */
export type TimelineItem = {
  at: string;
  object: string;
  id: string;
  record?: (Record<string, unknown> & { id: string; version: number }) | null;
  change?: HistoryItem | null;
  comments: number;
};

export type TimelinePage = Page<TimelineItem> & {
  pinned?: TimelineItem | null;
  upcoming: TimelineItem[];
};

/** Which entries are shown; without any of these, all. */
export type TimelineFilter = {
  kinds: string[];
  person?: Reference | null;
  from?: string | undefined;
  to?: string | undefined;
  q: string;
};

export type Comment = {
  id: string;
  body: string;
  at: string;
  /** When its author has changed it. */
  edited: string | null;
  author: Reference;
  mine: boolean;
};

export const NO_FILTER: TimelineFilter = { kinds: [], q: "" };

export function timelineOptions(path: string, id: string, filter: TimelineFilter) {
  const { kinds, person, from, to, q } = filter;
  const query = {
    kinds: kinds.join(",") || undefined,
    person: person?.id,
    from,
    to,
    q: q || undefined,
  };
  return infiniteQueryOptions({
    queryKey: [...recordKeys.one(path, id), "timeline", query],
    queryFn: ({ pageParam, signal }) =>
      get<TimelinePage>(`/api/${path}/${id}/timeline`, { ...query, cursor: pageParam }, signal),
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

export function commentOptions(path: string, id: string) {
  return queryOptions({
    queryKey: [...recordKeys.one(path, id), "comments"],
    queryFn: ({ signal }) =>
      get<{ items: Comment[] }>(`/api/${path}/${id}/comments`, undefined, signal),
  });
}

export function useAddComment(path: string, id: string) {
  const client = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: string) =>
      request<{ items: Comment[] }>("POST", `/api/${path}/${id}/comments`, { body: { body } }),
    onSuccess: (comments) => {
      client.setQueryData(commentOptions(path, id).queryKey, comments);
      return refresh(path);
    },
  });
}

export function useChangeComment(path: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ comment, body }: { comment: string; body: string }) =>
      request<{ items: Comment[] }>("PUT", `/api/${path}/${id}/comments/${comment}`, {
        body: { body },
      }),
    onSuccess: (comments) => client.setQueryData(commentOptions(path, id).queryKey, comments),
  });
}

export function useDeleteComment(path: string, id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (comment: string) =>
      request<void>("DELETE", `/api/${path}/${id}/comments/${comment}`),
    onSuccess: () => refresh(path),
  });
}

/** Puts an entry on top of the history, or takes it down. */
export function usePin(path: string, id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (entry: { object: string; id: string } | undefined) =>
      entry === undefined
        ? request<void>("DELETE", `/api/${path}/${id}/pin`)
        : request<void>("PUT", `/api/${path}/${id}/pin`, { body: entry }),
    onSuccess: () => refresh(path),
  });
}
