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

export function useKeepLayout(object: string, role: string, version: number) {
  return useChange((state: LayoutState) =>
    request<Layout>("PUT", address(`/api/layouts/${object}`, { role }), { body: state, version }),
  );
}

export function useResetLayout(object: string, role: string, version: number) {
  return useChange(() =>
    request<void>("DELETE", address(`/api/layouts/${object}`, { role }), { version }),
  );
}

function useChange<T>(mutationFn: (what: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["layouts"] }),
        client.invalidateQueries({ queryKey: ["meta"] }),
      ]),
  });
}
