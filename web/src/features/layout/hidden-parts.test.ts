import { expect, test } from "vitest";
import type { FieldMeta } from "@/shared/meta";
import { withoutHidden } from "./hidden-parts";

function field(name: string, required = false): FieldMeta {
  return { name, label: name, kind: "text", required, readOnly: false, sortable: true };
}

const sections = [
  { name: "base", fields: [field("name", true), field("code")] },
  { name: "size", fields: [field("unit", true), field("people")] },
];
const words = (left: typeof sections) =>
  left.map(({ name, fields }) => `${name}: ${fields.map((one) => one.name).join(" ")}`).join(" | ");

test("leaves out what a record does not have", () => {
  const hidden = { sections: ["size"], fields: ["code"] };
  expect(words(withoutHidden(sections, hidden, () => false))).toBe("base: name");
});

test("keeps in a form what nobody can save without", () => {
  const hidden = { sections: ["size"], fields: ["name", "code"] };
  expect(words(withoutHidden(sections, hidden, ({ required }) => required))).toBe(
    "base: name | size: unit",
  );
});
