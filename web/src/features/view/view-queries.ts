import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { FilterNode } from "@/shared/filter";
import { get } from "@/shared/http";
import {
  type Layout,
  type ListBase,
  type Mode,
  parseSort,
  STANDARD,
  useListState,
} from "@/shared/list-state";
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
  quick: string[] | null;
  mode: Mode | null;
  day: string | null;
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
  icon?: string | null;
  sharing: Sharing;
  owner: Reference;
  mayChange: boolean;
  pinned: boolean;
  /** Whether the list opens with it. */
  opensFirst: boolean;
  /** Whether it opens with it where this person has chosen none. */
  standard: boolean;
  state: ViewState;
  leftOut: { field: string; label: string }[];
};

/** The standard list under its own name, where the list opens with a view. */
export const STANDARD_VIEW = "standard";

export const viewKeys = { all: ["views"] as const };

export function viewsOptions(language = i18next.language) {
  return queryOptions({
    queryKey: [...viewKeys.all, language],
    queryFn: async ({ signal }) => (await get<Page<View>>("/api/views", undefined, signal)).items,
  });
}

/** Somebody for whom a view can be the standard one: a role, or everybody where there is none. */
export type Audience = {
  role?: string | null;
  title?: string | null;
  chosen: boolean;
  other?: string | null;
};

export function audiencesOptions(id: string) {
  return queryOptions({
    queryKey: [...viewKeys.all, "standards", id],
    queryFn: async ({ signal }) =>
      (await get<Page<Audience>>(`/api/views/${id}/standards`, undefined, signal)).items,
  });
}

export function useViews(): View[] {
  const { i18n } = useTranslation();
  return useSuspenseQuery(viewsOptions(i18n.language)).data;
}

/** A list, the view that it is shown by, and what differs from that view. */
export function useViewedList(object: ObjectMeta) {
  const [parameters] = useSearchParams();
  const views = useViews().filter((view) => view.object === object.name);
  const own = views.find((known) => known.opensFirst);
  const first = own ?? views.find((known) => known.standard);
  // A link that says what it wants means the standard list with it.
  const id = parameters.size === 0 ? (first?.id ?? null) : parameters.get("view");
  const view = views.find((known) => known.id === id);
  const base = view === undefined ? { ...STANDARD, view: first && STANDARD_VIEW } : baseOf(view);
  const [state, change] = useListState(base);
  const isLost = id !== null && id !== STANDARD_VIEW && view === undefined;
  return { views, view, own, base, state, change, isLost };
}

export type ViewedList = ReturnType<typeof useViewedList>;

function baseOf(view: View): ListBase {
  const { filter, sort, columns, shape } = view.state;
  return {
    ...shape,
    by: shape.by ?? undefined,
    quick: shape.quick ?? undefined,
    mode: shape.mode ?? undefined,
    day: shape.day ?? undefined,
    view: view.id,
    filter: filter ?? undefined,
    sort: parseSort(sort.join(",")),
    columns: columns.length === 0 ? undefined : columns,
  };
}
