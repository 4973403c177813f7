import { describe, expect, it } from "vitest";
import { daysOf, stepped } from "./days";

describe("the days of a calendar", () => {
  it("fills the weeks of a month, from Monday on", () => {
    const days = daysOf("month", "2026-11-22");
    expect([days[0], days.at(-1), days.length]).toEqual(["2026-10-26", "2026-12-06", 42]);
    expect(daysOf("month", "2027-02-10")).toHaveLength(28);
  });

  it("shows one week", () => {
    expect(daysOf("week", "2026-11-22")).toEqual([
      "2026-11-16",
      "2026-11-17",
      "2026-11-18",
      "2026-11-19",
      "2026-11-20",
      "2026-11-21",
      "2026-11-22",
    ]);
  });

  it("shows one day, and the next", () => {
    expect(daysOf("day", "2026-02-28")).toEqual(["2026-02-28"]);
    expect(stepped("day", "2026-02-28", 1)).toBe("2026-03-01");
  });

  it("lists the days of a month, leap days included", () => {
    expect(daysOf("agenda", "2028-02-15").at(-1)).toBe("2028-02-29");
  });

  it("goes on by months and weeks, over the end of a year", () => {
    expect(stepped("month", "2026-12-31", 1)).toBe("2027-01-01");
    expect(stepped("agenda", "2026-01-31", -1)).toBe("2025-12-01");
    expect(stepped("week", "2026-12-30", 1)).toBe("2027-01-06");
  });
});
