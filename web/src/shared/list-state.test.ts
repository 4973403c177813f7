import { expect, test } from "vitest";
import { type ListState, nextSort, readListState, writeListState } from "./list-state";

test("a link reproduces the list", () => {
  const state: ListState = {
    filter: { and: [{ field: "value.layer", op: "in", value: ["top"] }] },
    sort: [
      { field: "value.revenue", descending: true },
      { field: "name", descending: false },
    ],
    columns: ["name", "value.layer"],
    q: "杭州",
  };

  expect(readListState(new URLSearchParams(writeListState(state).toString()))).toEqual(state);
});

test("what is standard is left out of the address", () => {
  const state: ListState = { filter: undefined, sort: [], columns: undefined, q: "" };

  expect(writeListState(state).toString()).toBe("");
});

test("a broken filter in the address is ignored", () => {
  expect(readListState(new URLSearchParams({ filter: "{oops" })).filter).toBeUndefined();
  expect(readListState(new URLSearchParams({ filter: '{"or":3}' })).filter).toBeUndefined();
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
