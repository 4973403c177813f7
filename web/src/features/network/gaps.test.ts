import { expect, test } from "vitest";
import { gapsOf } from "./gaps";
import { type Person, personOf } from "./people";

const everything = { roles: true, stance: true, influence: true };

function person(name: string, values: Record<string, unknown>): Person {
  return personOf({ id: name, version: 1, name, ...values }, "name");
}

const boss = person("boss", { buyingRole: ["decider"], stance: "champion", influence: "high" });

function codes(people: Person[], told = everything): string {
  return gapsOf(people, told)
    .map((gap) => gap.code + ("names" in gap ? `:${gap.names.join("+")}` : ""))
    .join(" ");
}

test("finds nothing where the decider is with us", () => {
  const user = person("user", { buyingRole: ["user"], stance: "opponent", influence: "low" });

  expect(codes([boss, user])).toBe("");
});

test("misses a decider and a friend", () => {
  const user = person("user", { buyingRole: ["user"], stance: "neutral", influence: "low" });

  expect(codes([user])).toBe("onlyOne noDecider noSupporter");
});

test("warns of the strongest, once for each", () => {
  const strong = person("strong", { buyingRole: ["buyer"], stance: "sceptic", influence: "high" });
  const decider = person("decider", { buyingRole: ["approver"], stance: "opponent" });

  expect(codes([strong, decider])).toBe(
    "deciderAgainst:decider strongestAgainst:strong noSupporter notAssessed",
  );
  expect(codes([strong, boss])).toBe("");
});

test("asks how the decider stands before anything else of them", () => {
  const decider = person("decider", { buyingRole: ["decider"] });

  expect(codes([decider, person("friend", { stance: "supporter", influence: "low" })])).toBe(
    "deciderUnknown:decider",
  );
});

test("says nothing of what nobody may see here", () => {
  const strong = person("strong", {});

  expect(
    codes([strong, person("other", {})], { roles: false, stance: false, influence: false }),
  ).toBe("");
  expect(codes([strong, person("other", {})], { ...everything, influence: false })).toBe(
    "noDecider noSupporter",
  );
});

test("knows nothing of nobody", () => {
  expect(codes([])).toBe("noDecider");
});
