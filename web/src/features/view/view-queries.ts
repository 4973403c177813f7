import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { FilterNode } from "@/shared/filter";
import { get } from "@/shared/http";
import { type Layout, type ListBase, parseSort, STANDARD, useListState } from "@/shared/list-state";
import type { ObjectMeta } from "@/shared/meta";
import type { Page, Reference } from "@/shared/records";

export const SHARINGS = ["private", "unit", "everyone"] as const;
export type Sharing = (typeof SHARINGS)[number];

/** How a view is drawn, apart from what it asks the list for. */
export type ViewShape = {
  widths: Record<string, number>;
  frozen: number;
  layout: Layout;
  by: string | null;
  measures: string[];
  folded: string[];
  hidden: string[];
};

export type ViewState = {
  filter: FilterNode | null;
  sort: string[];
  columns: string[];
  shape: ViewShape;
};

export type View = {
  id: string;
  version: number;
  object: string;
  name: string;
  sharing: Sharing;
  owner: Reference;
  mayChange: boolean;
  pinned: boolean;
  state: ViewState;
  leftOut: { field: string; label: string }[];
};

export const viewKeys = { all: ["views"] as const };

export function viewsOptions(language = i18next.language) {
  return queryOptions({
    queryKey: [...viewKeys.all, language],
    queryFn: async ({ signal }) => (await get<Page<View>>("/api/views", undefined, signal)).items,
  });
}

export function useViews(): View[] {
  const { i18n } = useTranslation();
  return useSuspenseQuery(viewsOptions(i18n.language)).data;
}

/** A list, the view that it is shown by, and what differs from that view. */
export function useViewedList(object: ObjectMeta) {
  const [parameters] = useSearchParams();
  const id = parameters.get("view");
  const views = useViews().filter((view) => view.object === object.name);
  const view = views.find((known) => known.id === id);
  const base = baseOf(view);
  const [state, change] = useListState(base);
  return { views, view, base, state, change, isLost: id !== null && view === undefined };
}

export type ViewedList = ReturnType<typeof useViewedList>;

function baseOf(view: View | undefined): ListBase {
  if (view === undefined) {
    return STANDARD;
  }
  const { filter, sort, columns, shape } = view.state;
  return {
    ...shape,
    by: shape.by ?? undefined,
    view: view.id,
    filter: filter ?? undefined,
    sort: parseSort(sort.join(",")),
    columns: columns.length === 0 ? undefined : columns,
  };
}
