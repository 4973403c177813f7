import { expect, it } from "vitest";
import { showZone } from "@/shared/format";
import { byDay } from "./days";

it("puts entries under the days of the company", () => {
  showZone("Asia/Shanghai");
  const days = byDay(
    ["2026-03-02T16:30:00Z", "2026-03-02T15:59:00Z", "2026-03-01T20:00:00Z"].map((at) => ({ at })),
  );
  expect(days.map(({ day, items }) => [day, items.length])).toEqual([
    ["2026-03-03", 1],
    ["2026-03-02", 2],
  ]);
});
