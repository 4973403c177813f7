import { beforeEach, describe, expect, test } from "vitest";
import { startIn } from "@/testing/language";
import { formatCompact, formatCompactMoney, formatMoment, formatMoney } from "./format";

describe("in Chinese", () => {
  beforeEach(() => startIn("zh-CN"));

  test("large numbers count in wan and yi", () => {
    expect(formatCompact(26_610_000)).toBe("2661万");
    expect(formatCompact(312_000_000)).toBe("3.12亿");
  });

  test("money keeps its decimals and its symbol", () => {
    expect(formatMoney({ amount: "1284300.5", currency: "CNY" })).toBe("¥1,284,300.50");
  });

  test("recent moments are named by the day", () => {
    const now = new Date(2026, 6, 3, 18, 0);

    expect(formatMoment(new Date(2026, 6, 3, 10, 24).toISOString(), now)).toBe("今天 10:24");
    expect(formatMoment(new Date(2026, 6, 2, 16, 2).toISOString(), now)).toBe("昨天 16:02");
    expect(formatMoment(new Date(2026, 5, 28).toISOString(), now)).toBe("6月28日");
  });
});

describe("in English", () => {
  beforeEach(() => startIn("en"));

  test("large numbers count in thousands, millions and billions", () => {
    expect(formatCompact(26_610_000)).toBe("26.61M");
    expect(formatCompactMoney(1_284_300, "GBP")).toBe("£1.3M");
  });
});
