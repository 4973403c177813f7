import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { FilterNode } from "@/shared/filter";
import { address, get, request } from "@/shared/http";

export type Words = { zhCN: string; en: string };

export type LayoutSection = {
  id: string;
  labels?: Words | null;
  columns: number;
  fields: string[];
  /** The filter that a record must match for the section to be shown. */
  when?: FilterNode | null;
};

export type LayoutState = {
  sections: LayoutSection[];
  hidden: string[];
  tabs: string[];
  cards: string[];
  hiddenCards: string[];
};

export type Placeable = { name: string; label: string; required: boolean };

export type Layout = {
  object: string;
  role?: string | null;
  /** 0 while there is none of its own. */
  version: number;
  state: LayoutState;
  fields: Placeable[];
  tabs: Placeable[];
  cards: Placeable[];
  roles: { id: string; title: string; own: boolean }[];
  unseen: string[];
};

export function layoutOptions(object: string, role: string, language: string) {
  return queryOptions({
    queryKey: ["layouts", object, role, language],
    queryFn: ({ signal }) => get<Layout>(`/api/layouts/${object}`, { role }, signal),
  });
}

/** The sections that one record does not have. */
export function hiddenSectionsOptions(object: string, id: string, version: number) {
  return queryOptions({
    queryKey: ["records", object, "hidden-sections", id, version],
    queryFn: ({ signal }) =>
      get<{ items: string[] }>(`/api/layouts/${object}/${id}/hidden-sections`, undefined, signal),
  });
}

type Place = { object: string; role: string; version: number };

export function useKeepLayout({ object, role, version }: Place, onDone: () => void) {
  return useChange(
    (state: LayoutState) =>
      request<Layout>("PUT", address(`/api/layouts/${object}`, { role }), { body: state, version }),
    onDone,
  );
}

export function useResetLayout({ object, role, version }: Place, onDone: () => void) {
  return useChange(
    () => request<void>("DELETE", address(`/api/layouts/${object}`, { role }), { version }),
    onDone,
  );
}

/** The editor begins anew with what comes back, so it is told before. */
function useChange<T>(mutationFn: (what: T) => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => {
      onDone();
      return Promise.all([
        client.invalidateQueries({ queryKey: ["layouts"] }),
        client.invalidateQueries({ queryKey: ["meta"] }),
      ]);
    },
  });
}
