import { expect, test } from "vitest";
import { grouped } from "./notification-groups";
import type { Notification } from "./notification-queries";

function told(id: string, record?: string): Notification {
  return {
    id,
    kind: "change",
    topic: "change",
    text: id,
    record: record === undefined ? null : { object: "customer", id: record, title: record },
    createdAt: "2026-11-22T10:00:00Z",
    read: false,
    muted: false,
  };
}

test("puts what was told of one record together, the newest first", () => {
  const items = [told("5", "tea"), told("4"), told("3", "silk"), told("2", "tea"), told("1")];

  const groups = grouped(items);

  expect(groups.map(({ items }) => items.map(({ id }) => id))).toEqual([
    ["5", "2"],
    ["4"],
    ["3"],
    ["1"],
  ]);
  expect(groups.map(({ record }) => record?.title)).toEqual(["tea", undefined, "silk", undefined]);
});
