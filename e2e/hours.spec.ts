import type { Locator } from "@playwright/test";
import { expect, test } from "./support/test";

/** A quarter of an hour on the screen. */
const QUARTER = 12;

test("plans a week by the hour", async ({ page, signIn, admin }) => {
  const visit = await admin.create("activities", {
    kind: "visit",
    subject: "拜访龙井村",
    dueAt: "2026-03-03T01:00:00Z",
    duration: 60,
    done: false,
  });
  await admin.create("activities", {
    kind: "call",
    subject: "回电话",
    dueAt: "2026-03-03T01:30:00Z",
    done: false,
  });
  const stored = () =>
    admin.get<{ dueAt: string; duration: number }>(`/api/activities/${visit.id}`);
  const event = page.getByRole("link", { name: /^拜访龙井村/ });
  const pull = async (from: Locator, x: number, y: number) => {
    const box = await from.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + 4);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 30 + x, (box?.y ?? 0) + 4 + y, { steps: 6 });
    await page.mouse.up();
  };
  await signIn({ language: "zh-CN" });

  await test.step("the address says week and day, what overlaps stands side by side", async () => {
    await page.goto("/calendar?mode=week&day=2026-03-04");
    await expect(event).toHaveAccessibleName("拜访龙井村，09:00–10:00");
    const [one, other] = await Promise.all([
      event.boundingBox(),
      page.getByRole("link", { name: /^回电话/ }).boundingBox(),
    ]);
    expect((one?.x ?? 0) + (one?.width ?? 0)).toBeLessThanOrEqual(other?.x ?? 0);
    await page.screenshot({ path: "screenshots/hours-1440-light-zh-CN.png" });
  });

  await test.step("it is pulled to another time and day, and back by undo", async () => {
    const width = (
      await page
        .getByRole("list", { name: /2026-03-03$/ })
        .last()
        .boundingBox()
    )?.width;
    await pull(event, width ?? 0, 2 * QUARTER);
    await expect(event).toHaveAccessibleName("拜访龙井村，09:30–10:30");
    await expect.poll(async () => (await stored()).dueAt).toBe("2026-03-04T01:30:00Z");
    await page.getByRole("button", { name: /撤\s?销/ }).click();
    await expect.poll(async () => (await stored()).dueAt).toBe("2026-03-03T01:00:00Z");
    await expect(event).toHaveAccessibleName("拜访龙井村，09:00–10:00");
  });

  await test.step("it takes longer, by mouse and by keys", async () => {
    const box = await event.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + (box?.height ?? 0) - 3);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + (box?.height ?? 0) + QUARTER, {
      steps: 6,
    });
    await page.mouse.up();
    await expect.poll(async () => (await stored()).duration).toBe(75);
    await expect(event).toHaveAccessibleName("拜访龙井村，09:00–10:15");
    await event.focus();
    await page.keyboard.press("Control+Shift+ArrowUp");
    await expect.poll(async () => (await stored()).duration).toBe(60);
    await page.keyboard.press("Control+ArrowDown");
    await expect.poll(async () => (await stored()).dueAt).toBe("2026-03-03T01:15:00Z");
  });

  await test.step("a phone shows lists", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/calendar?mode=day&day=2026-03-03");
    await expect(page.getByRole("link", { name: "拜访龙井村" })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.screenshot({ path: "screenshots/hours-390-light-zh-CN.png" });
  });
});
