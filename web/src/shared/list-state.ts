import { useSearchParams } from "react-router";
import { type FilterNode, parseFilter } from "./filter";

export type SortKey = { field: string; descending: boolean };
export type ListState = {
  filter: FilterNode | undefined;
  sort: SortKey[];
  columns: string[] | undefined;
  q: string;
};

/** The state of a list lives in the address, so that a link reproduces it. */
export function useListState(): [ListState, (change: Partial<ListState>) => void] {
  const [parameters, setParameters] = useSearchParams();
  const state = readListState(parameters);
  function change(part: Partial<ListState>) {
    setParameters(writeListState({ ...state, ...part }), { replace: true });
  }
  return [state, change];
}

export function readListState(parameters: URLSearchParams): ListState {
  return {
    filter: parseFilter(parameters.get("filter")),
    sort: parseSort(parameters.get("sort")),
    columns: parameters.get("columns")?.split(",").filter(Boolean),
    q: parameters.get("q") ?? "",
  };
}

export function writeListState(state: ListState): URLSearchParams {
  const parameters = new URLSearchParams();
  if (state.filter !== undefined) {
    parameters.set("filter", JSON.stringify(state.filter));
  }
  if (state.sort.length > 0) {
    parameters.set("sort", formatSort(state.sort));
  }
  if (state.columns !== undefined && state.columns.length > 0) {
    parameters.set("columns", state.columns.join(","));
  }
  if (state.q !== "") {
    parameters.set("q", state.q);
  }
  return parameters;
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
