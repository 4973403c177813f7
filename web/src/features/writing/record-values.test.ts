import { expect, test } from "vitest";
import type { FieldMeta, ObjectMeta } from "@/shared/meta";
import { changedValues, createdValues, defaultsOf } from "./record-values";

function field(name: string, more: Partial<FieldMeta> = {}): FieldMeta {
  return {
    name,
    label: name,
    kind: "text",
    required: false,
    readOnly: false,
    sortable: true,
    ...more,
  };
}

const object = {
  name: "project",
  fields: [
    field("name", { required: true }),
    field("stage", { kind: "choice", defaultValue: "open" }),
    field("owner", { kind: "reference", defaultValue: { id: "u1", title: "Lin" } }),
    field("code", { readOnly: true, defaultValue: "P1" }),
  ],
} as unknown as ObjectMeta;

test("knows what a new record holds by itself", () => {
  expect(defaultsOf(object)).toEqual({ stage: "open", owner: { id: "u1", title: "Lin" } });
});

test("sends what is shown, and that a default was emptied", () => {
  const values = { name: "Pier", stage: undefined, owner: { id: "u1", title: "Lin" } };
  expect(createdValues(object, values)).toEqual({
    name: "Pier",
    stage: null,
    owner: { id: "u1", title: "Lin" },
  });
});

test("leaves to the server what the form does not show", () => {
  expect(createdValues(object, { name: "Pier" })).toEqual({ name: "Pier" });
});

test("takes a field that was not shown for unchanged", () => {
  const before = { name: "Pier", stage: "open" };
  expect(changedValues(object.fields, before, { name: "Pier 3" })).toEqual({ name: "Pier 3" });
});
