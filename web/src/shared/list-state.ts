import { useEffect, useRef } from "react";
import { useSearchParams } from "react-router";
import { type FilterNode, parseFilter } from "./filter";

export const LAYOUTS = ["table", "board", "calendar"] as const;
export type Layout = (typeof LAYOUTS)[number];

/** How many days a calendar shows, and whether as squares or as a list. */
export const MODES = ["month", "week", "day", "agenda"] as const;
export type Mode = (typeof MODES)[number];

export type SortKey = { field: string; descending: boolean };

/** What a list shows and how, as far as a view keeps it. */
export type ListParts = {
  filter: FilterNode | undefined;
  sort: SortKey[];
  columns: string[] | undefined;
  /** Widths of columns in pixels; the others have that of their kind. */
  widths: Record<string, number>;
  /** How many columns stay when the table moves sideways. */
  frozen: number;
  layout: Layout;
  /** What a table is grouped by, what the columns of a board are, or the date of a calendar. */
  by: string | undefined;
  /** What is told of all records of a group, such as "sum:amount". */
  measures: string[];
  /** The groups that are shut, as their keys stand in an address. */
  folded: string[];
  /** The columns of a board that are not there. */
  hidden: string[];
  /** The fields that the list offers to filter by at once; not said, what its kind usually has. */
  quick: string[] | undefined;
  /** What a calendar shows; not said, what suits the screen. */
  mode: Mode | undefined;
  /** The day around which a calendar stands; not said, today. */
  day: string | undefined;
};

export type ListState = ListParts & { q: string };

/** What a list shows before anything is chosen: the standard, or what a stored view says. */
export type ListBase = ListParts & { view: string | undefined };

export const STANDARD: ListBase = {
  view: undefined,
  filter: undefined,
  sort: [],
  columns: undefined,
  widths: {},
  frozen: 1,
  layout: "table",
  by: undefined,
  measures: [],
  folded: [],
  hidden: [],
  quick: undefined,
  mode: undefined,
  day: undefined,
};

const MOST_SORT_KEYS = 3;
const NONE = "-";

type Codec<T> = { write: (value: T) => string; read: (text: string) => T };

/** How each part stands in an address; equal parts are equal texts. */
const CODECS: { [Name in keyof ListParts]: Codec<ListParts[Name]> } = {
  filter: {
    write: (filter) => (filter === undefined ? "" : canonical(filter)),
    read: parseFilter,
  },
  sort: { write: formatSort, read: parseSort },
  columns: {
    write: (columns) => columns?.join(",") ?? "",
    read: (text) => (text === "" ? undefined : names(text)),
  },
  widths: { write: formatWidths, read: parseWidths },
  frozen: { write: String, read: (text) => Math.max(1, Number.parseInt(text, 10) || 1) },
  layout: {
    write: String,
    read: (text) => LAYOUTS.find((layout) => layout === text) ?? "table",
  },
  by: { write: (by) => by ?? "", read: (text) => text || undefined },
  measures: { write: (measures) => measures.join(","), read: names },
  folded: { write: (folded) => folded.join(","), read: names },
  hidden: { write: (hidden) => hidden.join(","), read: names },
  quick: {
    write: (quick) => (quick === undefined ? "" : quick.join(",") || NONE),
    read: (text) => (text === "" ? undefined : text === NONE ? [] : names(text)),
  },
  mode: { write: (mode) => mode ?? "", read: (text) => MODES.find((mode) => mode === text) },
  day: { write: (day) => day ?? "", read: readDay },
};

const PARTS = Object.keys(CODECS) as (keyof ListParts)[];

/** What changes; told from the state as it is, where two changes may come close together. */
export type ListChange = Partial<ListState> | ((state: ListState) => Partial<ListState>);
export type ChangeList = (change: ListChange) => void;

/**
 * The state of a list lives in the address, so that a link reproduces it: the view, and only what
 * differs from it.
 */
export function useListState(base: ListBase = STANDARD): [ListState, ChangeList] {
  const [parameters, setParameters] = useSearchParams();
  const latest = useRef(parameters);
  useEffect(() => {
    latest.current = parameters;
  }, [parameters]);
  const state = readListState(parameters, base);
  function change(wanted: ListChange) {
    const now = readListState(latest.current, base);
    const part = typeof wanted === "function" ? wanted(now) : wanted;
    latest.current = writeListState({ ...now, ...part }, base);
    setParameters(latest.current, { replace: true });
  }
  return [state, change];
}

export function readListState(parameters: URLSearchParams, base: ListBase = STANDARD): ListState {
  const part = <Name extends keyof ListParts>(name: Name): ListParts[Name] => {
    const text = parameters.get(name);
    return text === null ? base[name] : CODECS[name].read(text);
  };
  return {
    filter: part("filter"),
    sort: part("sort"),
    columns: part("columns"),
    widths: part("widths"),
    frozen: part("frozen"),
    layout: part("layout"),
    by: part("by"),
    measures: part("measures"),
    folded: part("folded"),
    hidden: part("hidden"),
    quick: part("quick"),
    mode: part("mode"),
    day: part("day"),
    q: parameters.get("q") ?? "",
  };
}

/** A part that the view has and the list has not is there with nothing in it. */
export function writeListState(state: ListState, base: ListBase = STANDARD): URLSearchParams {
  const parameters = new URLSearchParams();
  if (base.view !== undefined) {
    parameters.set("view", base.view);
  }
  for (const name of PARTS) {
    const text = textOf(name, state);
    if (text !== textOf(name, base)) {
      parameters.set(name, text);
    }
  }
  if (state.q !== "") {
    parameters.set("q", state.q);
  }
  return parameters;
}

/** Whether a list shows something else than its view. */
export function differs(state: ListParts, base: ListParts): boolean {
  return PARTS.some((name) => textOf(name, state) !== textOf(name, base));
}

/** The parts of a list alone, without what was searched for in it. */
export function partsOfList(list: ListParts): ListParts {
  return Object.fromEntries(PARTS.map((name) => [name, list[name]])) as ListParts;
}

function textOf<Name extends keyof ListParts>(name: Name, list: ListParts): string {
  return CODECS[name].write(list[name]);
}

/** The same filter is the same text, in whichever order the database keeps its parts. */
function canonical(filter: FilterNode): string {
  return JSON.stringify(filter, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => a.localeCompare(b)))
      : part,
  );
}

function readDay(text: string): string | undefined {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  return isDay ? text : undefined;
}

function names(text: string): string[] {
  return text.split(",").filter(Boolean);
}

function formatWidths(widths: Record<string, number>): string {
  return Object.entries(widths)
    .map(([name, width]) => `${name}:${width}`)
    .toSorted()
    .join(",");
}

function parseWidths(text: string): Record<string, number> {
  const pairs = names(text).map((pair) => pair.split(":"));
  return Object.fromEntries(
    pairs.flatMap(([name = "", width]) => {
      const pixels = Number(width);
      return Number.isInteger(pixels) && pixels > 0 ? [[name, pixels]] : [];
    }),
  );
}

export function parseSort(text: string | null | undefined): SortKey[] {
  return names(text ?? "").map((key) => ({
    field: key.replace(/^-/, ""),
    descending: key.startsWith("-"),
  }));
}

export function formatSort(sort: SortKey[]): string {
  return sort.map((key) => (key.descending ? `-${key.field}` : key.field)).join(",");
}

/** A click sorts by one field: ascending, turned round, off; with shift it adds a key. */
export function nextSort(sort: SortKey[], field: string, adds: boolean): SortKey[] {
  const current = sort.find((key) => key.field === field);
  const others = adds ? sort.filter((key) => key.field !== field) : [];
  if (current === undefined) {
    return [...others.slice(0, MOST_SORT_KEYS - 1), { field, descending: false }];
  }
  if (!current.descending) {
    const turned = { field, descending: true };
    return adds ? sort.map((key) => (key.field === field ? turned : key)) : [turned];
  }
  return others;
}
