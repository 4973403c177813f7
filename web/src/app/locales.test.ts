import { expect, test } from "vitest";
import { words as english } from "./locales-en";
import { words as chinese } from "./locales-zh-cn";

type Tree = { [key: string]: string | Tree };

const PLURAL = /_(zero|one|two|few|many|other)$/;

function flatten(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const path = prefix === "" ? key : `${prefix}.${key}`;
    return typeof value === "string" ? [[path, value]] : flatten(value, path);
  });
}

function keys(tree: Tree): string[] {
  return [...new Set(flatten(tree).map(([key]) => key.replace(PLURAL, "")))].sort();
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1] ?? "").sort();
}

test("both languages have the same keys", () => {
  expect(keys(chinese)).toEqual(keys(english));
});

test("both languages have the same placeholders", () => {
  const other = new Map(flatten(english));
  for (const [key, text] of flatten(chinese)) {
    expect([key, placeholders(text)]).toEqual([key, placeholders(other.get(key) ?? text)]);
  }
});

test("English words have both plural forms, Chinese ones a single form", () => {
  const forms = (tree: Tree, form: string) =>
    flatten(tree).filter(([key]) => key.endsWith(`_${form}`)).length;

  expect(forms(english, "one")).toBe(forms(english, "other"));
  expect(forms(chinese, "one")).toBe(0);
});

test("no text is empty", () => {
  const empty = [...flatten(english), ...flatten(chinese)].filter(([, text]) => text.trim() === "");

  expect(empty).toEqual([]);
});
