import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { FilterNode } from "@/shared/filter";
import { address, get, request } from "@/shared/http";
import type { PartMeta } from "@/shared/meta";

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
  /** The filters that a record must match for single fields to be shown. */
  conditions: Record<string, FilterNode>;
  tabs: string[];
  hiddenTabs: string[];
  cards: string[];
  hiddenCards: string[];
};

export type Placeable = {
  name: string;
  label: string;
  required: boolean;
  place?: PartMeta["place"] | null;
};

/** What somebody who is only in one role may not see, and what not change. */
export type Sight = { hiddenFields: string[]; readOnlyFields: string[]; hiddenCards: string[] };

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
  sight: Sight;
};

export function layoutOptions(object: string, role: string, language: string) {
  return queryOptions({
    queryKey: ["layouts", object, role, language],
    queryFn: ({ signal }) => get<Layout>(`/api/layouts/${object}`, { role }, signal),
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
