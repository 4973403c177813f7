import { expect, test } from "vitest";
import { branchesTo, growGroup } from "./group-shape";
import type { Member } from "./network-queries";

function member(key: number, above: number | null): Member {
  const total = { subsidiaries: 0, revenue: null, orders: null, openTasks: null };
  const customer = { id: `c${key}`, title: `c${key}` };
  return { key, above, customer, own: null, total };
}

const items = [member(0, null), member(1, 0), member(2, 1), member(3, 0)];

test("grows a tree of a list", () => {
  const [head] = growGroup(items);

  expect(head?.children?.map(({ key }) => key)).toEqual([1, 3]);
  expect(head?.children?.[0]?.children?.[0]?.key).toBe(2);
  expect(head?.children?.[1]?.children).toBeUndefined();
});

test("opens the way to a customer and no other", () => {
  expect(branchesTo(growGroup(items), "c2")).toEqual([0, 1, 2]);
  expect(branchesTo(growGroup(items), "c9")).toEqual([]);
});
