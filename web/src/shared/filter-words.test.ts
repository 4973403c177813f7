import i18next from "i18next";
import { beforeEach, expect, test } from "vitest";
import { startIn } from "@/testing/language";
import type { FilterNode } from "./filter";
import { filterWords } from "./filter-words";
import type { FieldMeta } from "./meta";

const common = { required: false, readOnly: false, sortable: true, filterable: true };
const fields: FieldMeta[] = [
  {
    ...common,
    name: "value.layer",
    kind: "choice",
    label: "层级",
    options: [
      { value: "top", label: "顶级" },
      { value: "big", label: "大客户" },
    ],
  },
  { ...common, name: "city", kind: "text", label: "城市" },
  { ...common, name: "createdAt", kind: "instant", label: "创建时间" },
  { ...common, name: "owner", kind: "reference", label: "负责人", reference: "user" },
  { ...common, name: "margin", kind: "percent", label: "毛利率" },
];

function say(node: FilterNode): string {
  return filterWords(node, {
    t: i18next.t,
    field: (name) => fields.find((field) => field.name === name),
    title: (_object, id) => (id === "u1" ? "陈晓" : id),
  });
}

beforeEach(() => startIn("zh-CN"));

test("choices are named by their labels", () => {
  expect(say({ field: "value.layer", op: "in", value: ["top", "big"] })).toBe(
    "层级 属于 顶级或大客户",
  );
});

test("people are named, and the viewer is me", () => {
  expect(say({ field: "owner", op: "in", value: ["u1"] })).toBe("负责人 属于 陈晓");
  expect(say({ field: "owner", op: "in", value: ["@me"] })).toBe("负责人 属于 我");
});

test("times have words of their own", () => {
  expect(say({ field: "createdAt", op: "between", value: ["2026-11-01", "2026-11-21"] })).toBe(
    "创建时间 介于 2026-11-01 – 2026-11-21",
  );
});

test("days are told from today", () => {
  const said = (op: "eq" | "lt" | "between", value: unknown) =>
    say({ field: "createdAt", op, value });
  expect(said("eq", "@thisWeek")).toBe("创建时间 本周");
  expect(said("eq", "@last30days")).toBe("创建时间 最近 30 天");
  expect(said("lt", "@30daysAgo")).toBe("创建时间 早于 30 天前");
  expect(said("between", ["@7daysAgo", "@yesterday"])).toBe("创建时间 介于 7 天前 – 昨天");
  startIn("en");
  expect(said("eq", "@nextQuarter")).toBe("创建时间 is next quarter");
  expect(said("eq", "@last1days")).toBe("创建时间 is the last day");
  expect(said("lt", "@today")).toBe("创建时间 is before today");
  expect(say({ field: "owner", op: "in", value: ["@team"] })).toBe("负责人 is any of My team");
});

test("an empty field needs no value and a share is a percentage", () => {
  expect(say({ field: "city", op: "empty" })).toBe("城市 为空");
  expect(say({ field: "margin", op: "ge", value: 0.15 })).toBe("毛利率 不小于 15%");
});

test("groups are joined in words", () => {
  const city: FilterNode = { field: "city", op: "contains", value: "杭" };

  expect(say({ or: [city, { field: "city", op: "empty" }] })).toBe("城市 包含 “杭” 或 城市 为空");
});
