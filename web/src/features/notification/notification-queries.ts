import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect } from "react";
import { get, request } from "@/shared/http";
import type { Page, Reference } from "@/shared/records";

export type Subject = { object: string; id: string; title: string };

export type Notification = {
  id: string;
  kind: string;
  topic: string;
  text: string;
  record?: Subject | null;
  by?: Reference | null;
  createdAt: string;
  read: boolean;
  muted: boolean;
};

export type Setting = {
  kind: string;
  topic: string;
  label: string;
  inApp: boolean;
  byMail: boolean;
};

type Unread = { count: number; newest?: string | null };

const BASE = "/api/notifications";
const KEY = ["notifications"];
/** How often to ask where nothing is pushed, as behind a proxy that holds answers back. */
const POLL = 30_000;

const unreadOptions = queryOptions({
  queryKey: [...KEY, "unread"],
  queryFn: ({ signal }) => get<Unread>(`${BASE}/unread`, undefined, signal),
});

export function notificationsOptions(topic: string, unread: boolean, language: string) {
  return infiniteQueryOptions({
    queryKey: [...KEY, "list", topic, unread, language],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Notification>>(
        BASE,
        { topic, unread: unread ? "true" : undefined, cursor: pageParam },
        signal,
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor || undefined,
  });
}

export function settingsOptions(language: string) {
  return queryOptions({
    queryKey: [...KEY, "settings", language],
    queryFn: ({ signal }) => get<{ items: Setting[] }>(`${BASE}/settings`, undefined, signal),
  });
}

export const mutesOptions = queryOptions({
  queryKey: [...KEY, "mutes"],
  queryFn: ({ signal }) => get<{ items: Subject[] }>(`${BASE}/mutes`, undefined, signal),
});

/** How much is unread, as the server pushes it. A hidden page lets go of its connection. */
export function useUnread(): number {
  const client = useQueryClient();
  const unread = useQuery({ ...unreadOptions, refetchInterval: POLL }).data;
  useEffect(() => {
    let events: EventSource | undefined;
    function follow() {
      events?.close();
      events = undefined;
      if (document.visibilityState === "visible") {
        events = new EventSource(`${BASE}/events`);
        events.addEventListener("unread", (event) => {
          const next: Unread = JSON.parse(event.data);
          const last = client.getQueryData(unreadOptions.queryKey);
          client.setQueryData(unreadOptions.queryKey, next);
          if (last?.count !== next.count || last.newest !== next.newest) {
            client.invalidateQueries({ queryKey: [...KEY, "list"] });
          }
        });
      }
    }
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      events?.close();
    };
  }, [client]);
  return unread?.count ?? 0;
}

/** Marks some as read; all of them where none is named. */
export function useMarkRead() {
  return useChange((ids: string[]) =>
    request<void>("PUT", `${BASE}/read-marks`, { body: { ids } }),
  );
}

export function useMute() {
  return useChange(({ record, muted }: { record: Subject; muted: boolean }) =>
    request<void>(muted ? "PUT" : "DELETE", `${BASE}/mutes/${record.object}/${record.id}`),
  );
}

export function useChooseWays() {
  return useChange((items: Pick<Setting, "kind" | "inApp" | "byMail">[]) =>
    request<void>("PUT", `${BASE}/settings`, { body: { items } }),
  );
}

function useChange<T>(mutationFn: (what: T) => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
