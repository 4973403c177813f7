import { useSearchParams } from "react-router";
import { type FilterNode, parseFilter } from "./filter";

export type SortKey = { field: string; descending: boolean };
export type ListState = {
  filter: FilterNode | undefined;
  sort: SortKey[];
  columns: string[] | undefined;
  q: string;
};

/** What a list shows before anything is chosen: the standard, or what a stored view says. */
export type ListBase = Omit<ListState, "q"> & { view: string | undefined };

export const STANDARD: ListBase = {
  view: undefined,
  filter: undefined,
  sort: [],
  columns: undefined,
};

/**
 * The state of a list lives in the address, so that a link reproduces it: the view, and only what
 * differs from it.
 */
export function useListState(
  base: ListBase = STANDARD,
): [ListState, (change: Partial<ListState>) => void] {
  const [parameters, setParameters] = useSearchParams();
  const state = readListState(parameters, base);
  function change(part: Partial<ListState>) {
    setParameters(writeListState({ ...state, ...part }, base), { replace: true });
  }
  return [state, change];
}

export function readListState(parameters: URLSearchParams, base: ListBase = STANDARD): ListState {
  const columns = parameters.get("columns")?.split(",").filter(Boolean) ?? base.columns;
  return {
    filter: parameters.has("filter") ? parseFilter(parameters.get("filter")) : base.filter,
    sort: parameters.has("sort") ? parseSort(parameters.get("sort")) : base.sort,
    columns: columns?.length === 0 ? undefined : columns,
    q: parameters.get("q") ?? "",
  };
}

/** A part that the view has and the list has not is there with nothing in it. */
export function writeListState(state: ListState, base: ListBase = STANDARD): URLSearchParams {
  const parameters = new URLSearchParams();
  if (base.view !== undefined) {
    parameters.set("view", base.view);
  }
  const texts = textsOf(state);
  const usual = textsOf(base);
  for (const name of ["filter", "sort", "columns"] as const) {
    if (texts[name] !== usual[name]) {
      parameters.set(name, texts[name]);
    }
  }
  if (state.q !== "") {
    parameters.set("q", state.q);
  }
  return parameters;
}

/** Whether a list shows something else than its view. */
export function differs(state: ListState, base: ListBase): boolean {
  const changed = writeListState({ ...state, q: "" }, base);
  changed.delete("view");
  return changed.size > 0;
}

function textsOf({ filter, sort, columns }: Omit<ListState, "q">) {
  return {
    filter: filter === undefined ? "" : canonical(filter),
    sort: formatSort(sort),
    columns: columns?.join(",") ?? "",
  };
}

/** The same filter is the same text, in whichever order the database keeps its parts. */
function canonical(filter: FilterNode): string {
  return JSON.stringify(filter, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => a.localeCompare(b)))
      : part,
  );
}

export function parseSort(text: string | null | undefined): SortKey[] {
  return (text ?? "")
    .split(",")
    .filter(Boolean)
    .map((key) => ({ field: key.replace(/^-/, ""), descending: key.startsWith("-") }));
}

export function formatSort(sort: SortKey[]): string {
  return sort.map((key) => (key.descending ? `-${key.field}` : key.field)).join(",");
}

/** A click sorts by one field: descending or ascending, turned round, off; with shift it adds a key. */
export function nextSort(sort: SortKey[], field: string, adds: boolean): SortKey[] {
  const current = sort.find((key) => key.field === field);
  const others = adds ? sort.filter((key) => key.field !== field) : [];
  if (current === undefined) {
    return [...others, { field, descending: false }];
  }
  if (!current.descending) {
    const turned = { field, descending: true };
    return adds ? sort.map((key) => (key.field === field ? turned : key)) : [turned];
  }
  return others;
}
