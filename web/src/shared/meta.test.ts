import { expect, test } from "vitest";
import { byRank } from "./meta";

test("kinds of record that people made stand before those of the administration", () => {
  const names = ["role", "xVehicle", "unit", "order", "user", "customer", "xContract"];

  expect(byRank(names, (name) => name)).toEqual([
    "customer",
    "order",
    "xVehicle",
    "xContract",
    "user",
    "unit",
    "role",
  ]);
});
