import { expect, test } from "vitest";
import { showZone } from "@/shared/format";
import type { FieldMeta } from "@/shared/meta";
import { sideBySide, spanOf, timeOf } from "./hours";

const words = (spans: { start: number; end: number }[]) =>
  sideBySide(spans).map(
    ({ start, end, column, columns }) => `${start}-${end} ${column + 1}/${columns}`,
  );

test("puts side by side what overlaps, and nothing else", () => {
  expect(
    words([
      { start: 540, end: 600 },
      { start: 600, end: 630 },
      { start: 615, end: 700 },
      { start: 560, end: 580 },
    ]),
  ).toEqual(["540-600 1/2", "560-580 2/2", "600-630 1/2", "615-700 2/2"]);
  expect(
    words([
      { start: 0, end: 100 },
      { start: 10, end: 20 },
      { start: 20, end: 30 },
      { start: 25, end: 40 },
    ]),
  ).toEqual(["0-100 1/3", "10-20 2/3", "20-30 2/3", "25-40 3/3"]);
});

test("knows when something begins and ends, in the zone of the company", () => {
  showZone("Asia/Shanghai");
  const field = { name: "dueAt", kind: "instant" } as FieldMeta;
  const at = (more: object) => ({ field, record: { id: "a", version: 1, ...more } });
  expect(spanOf(at({ dueAt: "2026-11-22T01:30:00Z", duration: 45 }), "duration")).toEqual({
    start: 570,
    end: 615,
  });
  expect(spanOf(at({ dueAt: "2026-11-22T15:45:00Z" }), "duration")).toEqual({
    start: 1425,
    end: 1440,
  });
  expect([timeOf(570), timeOf(-15), timeOf(1500)]).toEqual(["09:30", "00:00", "23:45"]);
});
