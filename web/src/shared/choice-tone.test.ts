import { expect, test } from "vitest";
import { choiceMark } from "./choice-tone";
import type { FieldMeta } from "./meta";
import { TONES, toneOf } from "./tone-tag";

test("a colour that people gave a choice shows in lists, none shows plain words", () => {
  const field: FieldMeta = {
    name: "xState",
    kind: "choice",
    label: "State",
    required: false,
    readOnly: false,
    sortable: true,
    options: [
      { value: "repair", label: "In repair", color: "attention" },
      { value: "sold", label: "Sold", color: null },
    ],
  };

  expect(choiceMark(field, "repair", "list")?.tone).toBe("attention");
  expect(choiceMark(field, "sold", "list")).toBeUndefined();
});

test("every tone can be given as a colour", () => {
  expect(TONES.map(toneOf)).toEqual(TONES);
});
