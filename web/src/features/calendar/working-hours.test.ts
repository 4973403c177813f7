import { expect, it } from "vitest";
import { sampleOf, WEEKDAYS, withInterval } from "./working-hours";

it("knows a day for each weekday", () => {
  expect(WEEKDAYS.map((weekday) => new Date(sampleOf(weekday)).getUTCDay())).toEqual([
    1, 2, 3, 4, 5, 6, 0,
  ]);
});

it("adds, changes and takes away intervals", () => {
  const none = { week: {}, exceptions: [] };
  const one = withInterval(none, "MONDAY", 0, { from: "09:00", to: "12:00" });
  const two = withInterval(one, "MONDAY", 1, { from: "13:00", to: "18:00" });
  expect(withInterval(two, "MONDAY", 0, undefined).week.MONDAY).toEqual([
    { from: "13:00", to: "18:00" },
  ]);
  expect(withInterval(two, "MONDAY", 0, { from: "08:00", to: "12:00" }).week.MONDAY?.[0]).toEqual({
    from: "08:00",
    to: "12:00",
  });
});
