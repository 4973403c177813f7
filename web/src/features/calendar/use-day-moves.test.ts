import { expect, it } from "vitest";
import { showZone } from "@/shared/format";
import type { FieldMeta } from "@/shared/meta";
import type { RecordData } from "@/shared/records";
import { valueOn, withMoves } from "./use-day-moves";

const field = (kind: "date" | "instant") => ({ name: "dueAt", kind }) as FieldMeta;
const record: RecordData = { id: "a", version: 1 };

it("keeps the time of the day, also when the clock is changed", () => {
  showZone("Europe/Berlin");
  expect(valueOn(field("instant"), "2026-03-27T08:00:00Z", "2026-03-30")).toBe(
    "2026-03-30T07:00:00.000Z",
  );
  expect(valueOn(field("date"), "2026-03-27", "2026-03-30")).toBe("2026-03-30");
});

it("shows what was moved where it was put", () => {
  const placed = { record, field: field("date") };
  const content = new Map([
    ["2026-03-27", { items: [placed], total: 5 }],
    ["2026-03-30", { items: [], total: 0 }],
  ]);
  const shown = withMoves(content, [{ ...placed, to: "2026-03-30" }]);
  expect([...shown.values()].map(({ items, total }) => [items.length, total])).toEqual([
    [0, 4],
    [1, 1],
  ]);
});
