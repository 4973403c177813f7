import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { address, get, request } from "./http";

export type Reference = { id: string; title: string };
export type Money = { amount: string; currency: string };
export type RecordData = { id: string; version: number } & Record<string, unknown>;
export type Page<T> = { items: T[]; nextCursor?: string | null };
export type Count = { total: number; totalIsExact: boolean };
export type OptionItem = { id: string; title: string; subtitle?: string };

export type ListQuery = {
  filter?: string | undefined;
  sort?: string | undefined;
  columns?: string | undefined;
  q?: string | undefined;
};

const PAGE_SIZE = 60;
const LONGEST_ADDRESS = 6000;

export const recordKeys = {
  all: (path: string) => ["records", path] as const,
  one: (path: string, id: string) => ["records", path, "one", id] as const,
};

export function listOptions(path: string, query: ListQuery) {
  return infiniteQueryOptions({
    queryKey: [...recordKeys.all(path), "list", query],
    queryFn: ({ pageParam, signal }) => fetchPage(path, { ...query, cursor: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor || undefined,
    placeholderData: keepPreviousData,
    // Going back to a long list would fetch all of its pages again.
    staleTime: 60_000,
  });
}

/** All records of a kind at once, for kinds with few of them. */
export function allOptions(path: string, query: ListQuery) {
  return queryOptions({
    queryKey: [...recordKeys.all(path), "everything", query],
    queryFn: async ({ signal }) => {
      const records: RecordData[] = [];
      let cursor: string | null | undefined = "";
      do {
        const page: Page<RecordData> = await fetchPage(path, { ...query, cursor }, signal);
        records.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return records;
    },
  });
}

export function fetchPage(
  path: string,
  query: ListQuery & { cursor: string; limit?: number },
  signal: AbortSignal,
) {
  const parameters = { limit: PAGE_SIZE, ...query };
  if (address("", parameters).length < LONGEST_ADDRESS) {
    return get<Page<RecordData>>(`/api/${path}`, parameters, signal);
  }
  const { filter, columns, ...rest } = parameters;
  const body = {
    ...rest,
    filter: filter === undefined ? undefined : JSON.parse(filter),
    columns: columns?.split(","),
  };
  return request<Page<RecordData>>("POST", `/api/${path}/query`, { body, signal });
}

export function countOptions(path: string, query: Pick<ListQuery, "filter" | "q">) {
  return queryOptions({
    queryKey: [...recordKeys.all(path), "count", query],
    queryFn: ({ signal }) => get<Count>(`/api/${path}/count`, query, signal),
    placeholderData: keepPreviousData,
  });
}

export function recordOptions(path: string, id: string) {
  return queryOptions({
    queryKey: recordKeys.one(path, id),
    queryFn: ({ signal }) => get<RecordData>(`/api/${path}/${id}`, undefined, signal),
  });
}

export function pickOptions(path: string, q: string) {
  return queryOptions({
    queryKey: [...recordKeys.all(path), "options", q],
    queryFn: ({ signal }) =>
      get<Page<OptionItem>>(`/api/${path}/options`, { q, limit: 20 }, signal),
    placeholderData: keepPreviousData,
  });
}

export function createRecord(path: string, body: Record<string, unknown>) {
  return request<RecordData>("POST", `/api/${path}`, { body });
}

export function updateRecord(
  path: string,
  record: { id: string; version: number },
  body: Record<string, unknown>,
) {
  return request<RecordData>("PATCH", `/api/${path}/${record.id}`, {
    body,
    version: record.version,
  });
}

export function deleteRecord(path: string, record: { id: string; version: number }) {
  return request<void>("DELETE", `/api/${path}/${record.id}`, { version: record.version });
}

/** Reads a field, also one of an extension such as "value.layer". */
export function fieldValue(record: Record<string, unknown>, name: string): unknown {
  if (name in record) {
    return record[name];
  }
  return name.split(".").reduce<unknown>((value, part) => {
    return isPlainObject(value) ? value[part] : undefined;
  }, record);
}

export function isReference(value: unknown): value is Reference {
  return isPlainObject(value) && typeof value.id === "string";
}

export function isMoney(value: unknown): value is Money {
  return isPlainObject(value) && "amount" in value && "currency" in value;
}

export function titleOf(record: Record<string, unknown>, titleField: string): string {
  const value = fieldValue(record, titleField);
  if (isReference(value)) {
    return value.title;
  }
  return value === undefined || value === null || value === "" ? "—" : String(value);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
