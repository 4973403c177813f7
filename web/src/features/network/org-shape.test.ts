import { expect, test } from "vitest";
import { growChart, isBelow, type Post } from "./org-shape";
import { type Person, personOf } from "./people";

function person(id: string, boss?: string): Person {
  const reportsTo = boss === undefined ? null : { id: boss, title: boss };
  return personOf({ id, version: 1, name: id, reportsTo }, "name");
}

function words(posts: Post[]): string {
  return posts
    .map(({ person: { id }, below, elsewhere }) => {
      const inside = below.length > 0 ? `(${words(below)})` : "";
      return `${elsewhere ? `${elsewhere.id}>` : ""}${id}${inside}`;
    })
    .join(" ");
}

test("puts everybody below whom they report to", () => {
  const people = [person("clerk", "middle"), person("boss"), person("middle", "boss")];

  expect(words(growChart(people))).toBe("boss(middle(clerk))");
});

test("puts those at the top whose boss is elsewhere", () => {
  expect(words(growChart([person("a", "x"), person("b", "a"), person("c")]))).toBe("x>a(b) c");
});

test("shows everybody of a circle once", () => {
  const people = [person("a", "b"), person("b", "c"), person("c", "a"), person("d", "d")];

  expect(words(growChart(people))).toBe("a(c(b)) d");
});

test("knows who stands below whom", () => {
  const people = [person("clerk", "middle"), person("boss"), person("middle", "boss")];

  expect(isBelow(people, "clerk", "boss")).toBe(true);
  expect(isBelow(people, "boss", "boss")).toBe(true);
  expect(isBelow(people, "boss", "clerk")).toBe(false);
  expect(isBelow([person("a", "b"), person("b", "a")], "a", "x")).toBe(false);
});
