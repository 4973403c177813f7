import { expect, it } from "vitest";
import { showZone } from "@/shared/format";
import { stretchOf } from "./task-groups";

it("counts days as the company does, and weeks until Sunday", () => {
  showZone("Asia/Shanghai");
  const wednesday = new Date("2026-11-25T02:00:00Z");
  const of = (due: string | null) => stretchOf(due, wednesday);
  expect(of("2026-11-24T15:59:00Z")).toBe("overdue");
  expect(of("2026-11-24T16:01:00Z")).toBe("today");
  expect(of("2026-11-25T15:59:00Z")).toBe("today");
  expect(of("2026-11-25T16:00:00Z")).toBe("week");
  expect(of("2026-11-29T15:00:00Z")).toBe("week");
  expect(of("2026-11-29T16:00:00Z")).toBe("later");
  expect(of(null)).toBe("open");
});
