import { expect, test } from "vitest";
import {
  differs,
  type ListBase,
  type ListState,
  nextSort,
  readListState,
  STANDARD,
  writeListState,
} from "./list-state";

test("a link reproduces the list", () => {
  const state: ListState = {
    filter: { and: [{ field: "value.layer", op: "in", value: ["top"] }] },
    sort: [
      { field: "value.revenue", descending: true },
      { field: "name", descending: false },
    ],
    columns: ["name", "value.layer"],
    widths: { name: 320, "value.layer": 90 },
    frozen: 2,
    layout: "board",
    by: "status",
    measures: ["sum:headCount", "filled:city"],
    folded: ["lost", "-"],
    hidden: ["draft"],
    quick: [],
    mode: "week",
    day: "2026-11-22",
    q: "杭州",
  };

  expect(readListState(new URLSearchParams(writeListState(state).toString()))).toEqual(state);
});

test("what is standard is left out of the address", () => {
  const { view: _, ...standard } = STANDARD;
  const state: ListState = { ...standard, q: "" };

  expect(writeListState(state).toString()).toBe("");
});

const view: ListBase = {
  view: "v1",
  filter: { and: [{ op: "eq", field: "city", value: "杭州" }] },
  sort: [{ field: "name", descending: true }],
  columns: ["name", "city"],
  widths: { city: 90 },
  frozen: 1,
  layout: "table",
  by: "city",
  measures: [],
  folded: [],
  hidden: [],
  quick: undefined,
  mode: undefined,
  day: undefined,
};

test("a view stands in the address by its name alone", () => {
  const state = readListState(new URLSearchParams("view=v1"), view);

  expect({ ...state, view: "v1" }).toEqual({ ...view, q: "" });
  expect(writeListState(state, view).toString()).toBe("view=v1");
  expect(differs(state, view)).toBe(false);
});

test("the same filter in another order is no change", () => {
  const filter = { and: [{ field: "city", value: "杭州", op: "eq" as const }] };

  expect(differs({ ...view, filter }, view)).toBe(false);
});

test("only what differs from the view is added to the address", () => {
  const { view: _, ...parts } = view;
  const state = { ...parts, filter: undefined, columns: undefined, q: "" };
  const parameters = writeListState(state, view);

  expect(parameters.toString()).toBe("view=v1&filter=&columns=");
  expect(readListState(parameters, view)).toEqual(state);
  expect(differs(state, view)).toBe(true);
  expect(differs(state, { ...view, filter: undefined, columns: undefined })).toBe(false);
});

test("a broken filter in the address is ignored", () => {
  expect(readListState(new URLSearchParams({ filter: "{oops" })).filter).toBeUndefined();
  expect(readListState(new URLSearchParams({ filter: '{"or":3}' })).filter).toBeUndefined();
});

test("widths and frozen columns that make no sense are ignored", () => {
  const parameters = new URLSearchParams({ widths: "name:wide,city:-3,kind:90,x", frozen: "none" });

  expect(readListState(parameters)).toMatchObject({ widths: { kind: 90 }, frozen: 1 });
});

test("a fourth key takes the place of the third", () => {
  const sort = ["a", "b", "c"].map((field) => ({ field, descending: false }));

  expect(nextSort(sort, "d", true).map((key) => key.field)).toEqual(["a", "b", "d"]);
});

test("clicks turn the sort round and switch it off, shift adds a key", () => {
  const once = nextSort([], "name", false);
  const twice = nextSort(once, "name", false);
  const added = nextSort(twice, "city", true);

  expect(once).toEqual([{ field: "name", descending: false }]);
  expect(twice).toEqual([{ field: "name", descending: true }]);
  expect(nextSort(twice, "name", false)).toEqual([]);
  expect(added).toEqual([
    { field: "name", descending: true },
    { field: "city", descending: false },
  ]);
});

test("a day that there is not, and a mode that nobody knows, are not there", () => {
  const state = readListState(new URLSearchParams("day=2026-13-40&mode=decade"));
  expect([state.day, state.mode]).toEqual([undefined, undefined]);
});
