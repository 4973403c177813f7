import { expect, test } from "vitest";
import type { FieldMeta, ObjectMeta } from "@/shared/meta";
import { drawnWidths, withinLimits } from "./column-width";

const object = { titleField: "name" } as ObjectMeta;
const columns = [
  { name: "name", kind: "text" },
  { name: "city", kind: "text" },
  { name: "headCount", kind: "number" },
] as FieldMeta[];

test("columns share the room that is left", () => {
  expect(drawnWidths(columns, object, {}, 980)).toEqual([480, 300, 200]);
});

test("a chosen width stays, the others share the rest", () => {
  expect(drawnWidths(columns, object, { name: 200, city: 100 }, 980)).toEqual([200, 100, 680]);
});

test("where there is too little room the table is wider than it", () => {
  expect(drawnWidths(columns, object, { city: 300 }, 400)).toEqual([240, 300, 100]);
});

test("nobody loses a column by making it too narrow", () => {
  expect([withinLimits(3), withinLimits(120.4), withinLimits(5000)]).toEqual([56, 120, 800]);
});
