import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { request } from "@/shared/http";
import {
  type ListQuery,
  type Money,
  type Page,
  type RecordData,
  recordKeys,
} from "@/shared/records";

const MORE = 20;

/** What stands in the field by which records are grouped. */
export type GroupValue = string | number | boolean | { id: string; title: string | null } | null;
export type Measured =
  | number
  | string
  | Money
  | (Money & { converted: true })
  | { mixed: true }
  | null;
export type Group = {
  key: Record<string, GroupValue>;
  count: number;
  measures: Record<string, Measured>;
};
export type GroupList = { groups: Group[]; complete: boolean };
export type Lane = {
  key: string | number | boolean | null;
  total: number;
  totalIsExact: boolean;
  records: RecordData[];
  nextCursor?: string | null;
};

/** Which records are grouped and measured. */
export type Chosen = Pick<ListQuery, "filter" | "q">;
export type GroupQuery = Chosen & { by: string[]; measures: string[] };
export type LaneQuery = ListQuery & {
  by: string;
  keys?: Lane["key"][];
  limit?: number;
  cursor?: string;
};

export function groupsOptions(path: string, query: GroupQuery) {
  return queryOptions({
    queryKey: [...recordKeys.all(path), "groups", query],
    queryFn: ({ signal }) => {
      const body = { ...query, filter: parsed(query.filter) };
      return request<GroupList>("POST", `/api/${path}/groups`, { body, signal });
    },
    placeholderData: keepPreviousData,
  });
}

export function lanesOptions(path: string, query: LaneQuery) {
  return queryOptions({
    queryKey: [...recordKeys.all(path), "lanes", query],
    queryFn: ({ signal }) => fetchLanes(path, query, signal),
  });
}

/** What comes next in one lane, behind its cursor. */
export function nextOptions(path: string, query: LaneQuery & { cursor: string }) {
  return queryOptions({
    queryKey: [...recordKeys.all(path), "next", query],
    queryFn: async ({ signal }): Promise<Page<RecordData>> => {
      const [lane] = await fetchLanes(path, { ...query, limit: MORE }, signal);
      return { items: lane?.records ?? [], nextCursor: lane?.nextCursor ?? null };
    },
  });
}

async function fetchLanes(path: string, query: LaneQuery, signal: AbortSignal): Promise<Lane[]> {
  const body = {
    ...query,
    filter: parsed(query.filter),
    sort: parts(query.sort),
    columns: parts(query.columns),
  };
  return (await request<Page<Lane>>("POST", `/api/${path}/lanes`, { body, signal })).items;
}

function parsed(filter: string | undefined): unknown {
  return filter === undefined ? undefined : JSON.parse(filter);
}

function parts(names: string | undefined): string[] | undefined {
  return names?.split(",").filter(Boolean);
}
