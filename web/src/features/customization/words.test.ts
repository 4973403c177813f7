import { expect, test } from "vitest";
import { pluralOf } from "./words";

test.each([
  ["Vehicle", "Vehicles"],
  ["Company ", "Companies"],
  ["Day", "Days"],
  ["Box", "Boxes"],
  ["Branch", "Branches"],
  [" ", ""],
])("the plural of %j is %j", (word, plural) => {
  expect(pluralOf(word)).toBe(plural);
});
