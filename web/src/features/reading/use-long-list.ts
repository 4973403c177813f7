import {
  type QueryClient,
  queryOptions,
  useQueries,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useState } from "react";
import {
  fetchPage,
  type ListQuery,
  type Page,
  type RecordData,
  recordKeys,
} from "@/shared/records";
import {
  countOf,
  idAt,
  type KnownRows,
  NOTHING_KNOWN,
  PAGE_ROWS,
  pageAt,
  wantedPages,
  withPage,
} from "./known-rows";
import type { Rows } from "./use-grid";

type List = { path: string; query: ListQuery };

/** Pages further away are asked for again when somebody comes back to them. */
const KEPT_PAGES = 15;
const KEPT_TIME = 1_800_000;
const ROWS_TO_COME = 30;

/**
 * A list of any length of which only the records around those in sight are kept.
 *
 * @param expected how many records there are in all, as far as that is known
 */
export function useLongList(list: List, expected: number) {
  const client = useQueryClient();
  const key = keyOf(list);
  const [drawn, setDrawn] = useState(list);
  const [sight, setSight] = useState<{ of: string; first: number; last: number }>();
  const wanted = useQuery(knownOptions(list)).data;
  const isThere = wanted.ids.length > 0;
  if (isThere && keyOf(drawn) !== key) {
    setDrawn(list);
  }
  const near = sight?.of === key ? sight : isThere ? undefined : { first: 0, last: 0 };
  const pages = useQueries({
    queries: (near === undefined ? [] : wantedPages(wanted, near.first, near.last)).map((page) =>
      pageOptions(list, wanted.cursors[page] ?? ""),
    ),
  });
  // Until a list is there in its new order, it is seen in the old one.
  const shown = isThere ? list : drawn;
  const known = client.getQueryData(knownOptions(shown).queryKey) ?? NOTHING_KNOWN;
  const failed = pages.find((page) => page.isError);
  const count = known.isWhole ? countOf(known) : Math.max(expected, countOf(known) + ROWS_TO_COME);
  const rows: Rows = {
    count,
    isRecord: (row) => row >= 0 && row < count,
    idAt: (row) => idAt(known, row),
    at: (row) => {
      const cursor = known.cursors[pageAt(row)];
      return cursor === undefined
        ? undefined
        : client.getQueryData(pageOptions(shown, cursor).queryKey)?.items[row % PAGE_ROWS];
    },
  };
  return {
    rows,
    isWhole: known.isWhole,
    isStale: !isThere,
    isEmpty: known.isWhole && countOf(known) === 0,
    isPending: known.ids.length === 0,
    isError: failed !== undefined && known.ids.length === 0,
    error: failed?.error ?? null,
    /** Asks again for what could not be fetched. */
    refetch: () => {
      for (const page of pages.filter(({ isError }) => isError)) {
        page.refetch();
      }
    },
    hasFailed: failed !== undefined,
    onRange: (first: number, last: number) => {
      const of = keyOf(shown);
      if (sight?.of !== of || sight.first !== first || sight.last !== last) {
        setSight({ of, first, last });
      }
    },
  };
}

function keyOf({ path, query }: List): string {
  return JSON.stringify([path, query]);
}

function knownOptions({ path, query }: List) {
  return queryOptions<KnownRows, Error, KnownRows>({
    queryKey: [...recordKeys.all(path), "known", query],
    queryFn: () => NOTHING_KNOWN,
    initialData: NOTHING_KNOWN,
    enabled: false,
    gcTime: KEPT_TIME,
    // Comparing a hundred thousand ids with themselves would take longer than drawing them.
    structuralSharing: false,
  });
}

function pageOptions(list: List, cursor: string) {
  return queryOptions({
    queryKey: [...recordKeys.all(list.path), "page", list.query, cursor],
    queryFn: async ({ signal, client }) => {
      const page: Page<RecordData> = await fetchPage(
        list.path,
        { ...list.query, cursor, limit: PAGE_ROWS },
        signal,
      );
      keep(client, list, cursor, page);
      return page;
    },
    // Going back to a list would fetch again what was seen a moment ago.
    staleTime: 60_000,
  });
}

function keep(client: QueryClient, list: List, cursor: string, page: Page<RecordData>) {
  const { queryKey } = knownOptions(list);
  const known = withPage(client.getQueryData(queryKey) ?? NOTHING_KNOWN, cursor, page);
  client.setQueryData(queryKey, known);
  const at = known.cursors.indexOf(cursor);
  client.removeQueries({
    queryKey: pageOptions(list, cursor).queryKey.slice(0, -1),
    type: "inactive",
    predicate: (other) => {
      const place = known.cursors.indexOf(String(other.queryKey.at(-1)));
      return Math.abs(place - at) > KEPT_PAGES;
    },
  });
}
