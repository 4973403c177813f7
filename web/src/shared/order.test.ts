import { expect, test } from "vitest";
import { moved, slotAt } from "./order";

test("an item moves to another place, the others close ranks", () => {
  expect(moved(["a", "b", "c", "d"], 0, 2)).toEqual(["b", "c", "a", "d"]);
  expect(moved(["a", "b", "c", "d"], 3, 0)).toEqual(["d", "a", "b", "c"]);
});

test("a height belongs to the row at it, beyond the ends to the first or last", () => {
  const rows = [0, 40, 80].map((top) => ({ top, bottom: top + 40 }));

  expect([-5, 0, 39, 40, 119, 500].map((y) => slotAt(rows, y))).toEqual([0, 0, 0, 1, 2, 2]);
});
