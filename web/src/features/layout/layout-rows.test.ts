import { expect, test } from "vitest";
import type { LayoutState } from "./layout-queries";
import { complete, movedRow, rowsOf, withCondition, withoutSection } from "./layout-rows";

const state: LayoutState = {
  sections: [
    { id: "base", columns: 2, fields: ["name", "code"] },
    { id: "reach", columns: 2, fields: ["phone"] },
  ],
  hidden: ["fax"],
  conditions: {},
  tabs: [],
  hiddenTabs: [],
  cards: [],
  hiddenCards: [],
};
const never = () => false;

function words({ sections, hidden }: LayoutState): string {
  const parts = sections.map(({ id, fields }) => `${id}: ${fields.join(" ")}`);
  return [...parts, `hidden: ${hidden.join(" ")}`].join(" | ");
}

test("lays sections and fields out below each other", () => {
  expect(rowsOf(state).map(({ key }) => key)).toEqual([
    "section base",
    "field name",
    "field code",
    "section reach",
    "field phone",
    "hidden",
    "field fax",
  ]);
});

test("moves a field within its section, into another, and out of sight", () => {
  expect(words(movedRow(state, 2, 1, never))).toBe("base: code name | reach: phone | hidden: fax");
  expect(words(movedRow(state, 2, 3, never))).toBe("base: name | reach: code phone | hidden: fax");
  expect(words(movedRow(state, 2, 6, never))).toBe("base: name | reach: phone | hidden: fax code");
  expect(words(movedRow(state, 6, 4, never))).toBe("base: name code | reach: fax phone | hidden: ");
  expect(words(movedRow(state, 2, 0, never))).toBe("base: code name | reach: phone | hidden: fax");
});

test("hides no field that a form needs", () => {
  expect(movedRow(state, 1, 6, (name) => name === "name")).toBe(state);
});

test("moves a section with its fields", () => {
  expect(words(movedRow(state, 3, 2, never))).toBe("reach: phone | base: name code | hidden: fax");
  expect(words(movedRow(state, 0, 4, never))).toBe("reach: phone | base: name code | hidden: fax");
});

test("shows what nobody has placed at the end, and drops what is gone", () => {
  expect(words(complete(state, ["name", "phone", "new"]))).toBe(
    "base: name | reach: phone new | hidden: ",
  );
});

test("gives a field a condition, takes it away, and forgets that of a field that is gone", () => {
  const when = { field: "code", op: "notEmpty" as const };
  const given = withCondition(state, "phone", when);
  expect(given.conditions).toEqual({ phone: when });
  expect(withCondition(given, "phone", undefined).conditions).toEqual({});
  expect(complete(given, ["name", "code"]).conditions).toEqual({});
});

test("leaves the fields of a section that goes to its neighbour", () => {
  expect(words(withoutSection(state, "reach"))).toBe("base: name code phone | hidden: fax");
  expect(words(withoutSection(state, "base"))).toBe("reach: phone name code | hidden: fax");
});
