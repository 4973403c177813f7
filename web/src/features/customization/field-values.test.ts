import { expect, test } from "vitest";
import type { FieldDesign } from "./customization-queries";
import { changeOf, draftOf, initialValues } from "./field-values";

const none = { zhCN: "", en: "" };
const labels = { zhCN: " 车牌 ", en: " Plate" };

test("a draft says of a field what its kind can have", () => {
  expect(draftOf("text", { labels, unique: true })).toEqual({
    kind: "text",
    labels: { zhCN: "车牌", en: "Plate" },
    help: none,
    required: false,
    unique: true,
    searchable: false,
    defaultValue: "",
  });
  expect(draftOf("yesNo", { labels, defaultValue: "true" })).toEqual({
    kind: "yesNo",
    labels: { zhCN: "车牌", en: "Plate" },
    help: none,
    defaultValue: "true",
  });
});

test("what must differ on every record has no default", () => {
  expect(draftOf("text", { labels, unique: true, defaultValue: "沪A" }).defaultValue).toBe("");
});

test("a change names neither kind nor decimals", () => {
  const change = changeOf("number", { labels, decimals: 3, required: true });

  expect(change).not.toHaveProperty("kind");
  expect(change).not.toHaveProperty("decimals");
  expect(change.required).toBe(true);
});

test("a help text in one language is shown in both", () => {
  expect(changeOf("date", { labels, help: { zhCN: "验车日期" } }).help).toEqual({
    zhCN: "验车日期",
    en: "验车日期",
  });
});

test("choices that are there keep their value, new ones have none", () => {
  const yes = { zhCN: "是", en: "Yes" };
  const no = { zhCN: "否 ", en: "No" };
  const { choices } = changeOf("choice", {
    labels,
    choices: [{ value: "c1", labels: yes, color: "gold", retired: true }, { labels: no }],
  });

  expect(choices).toEqual([
    { value: "c1", labels: yes, color: "gold", retired: true },
    { labels: { zhCN: "否", en: "No" }, color: null },
  ]);
});

test("what was saved comes back unchanged", () => {
  const saved: FieldDesign = {
    name: "plate",
    custom: true,
    kind: "text",
    labels: { zhCN: "车牌", en: "Plate" },
    original: null,
    help: null,
    required: true,
    unique: false,
    searchable: true,
    readOnly: false,
    retired: false,
    decimals: null,
    reference: null,
    choices: null,
    defaultValue: "沪A",
    formula: null,
    rollUp: null,
  };

  expect(changeOf("text", initialValues("text", saved))).toEqual({
    labels: saved.labels,
    help: none,
    required: true,
    unique: false,
    searchable: true,
    defaultValue: "沪A",
  });
});

test("a computed field says how it is computed and names no kind", () => {
  const words = { labels: { zhCN: "车牌", en: "Plate" }, help: none };
  const rollUp = {
    object: "order",
    reference: "customer",
    function: "count",
    field: null,
  } as const;

  expect(draftOf("formula", { labels, formula: " amount * 2 " })).toEqual({
    ...words,
    formula: "amount * 2",
  });
  expect(draftOf("rollUp", { labels, rollUp })).toEqual({ ...words, rollUp });
  expect(changeOf("rollUp", { labels, rollUp })).toEqual(words);
});
