import type { Page } from "@playwright/test";
import { expect, listOf, test } from "./support/test";

const SOURCE = "a long list";
const LIST = `${listOf("customers", { field: "source", op: "eq", value: SOURCE })}&columns=name,city,headCount&sort=code`;
const ALL = 3000;
const DRAWN = 90;

const name = (index: number) => `长列表 ${String(index).padStart(4, "0")} 号`;
const row = (page: Page, index: number) =>
  page.getByRole("rowheader", { name: name(index), exact: false });

/** What is drawn now: the names in their order, and how many rows there are in the document. */
function drawn(page: Page) {
  return page.getByRole("table").evaluate((table) => ({
    names: [...table.querySelectorAll("tbody th a")].map((link) => link.textContent ?? ""),
    rows: table.querySelectorAll("tr").length,
  }));
}

test.beforeAll(async ({ admin }) => {
  const lines = Array.from({ length: ALL }, (_, index) => {
    const number = String(index).padStart(4, "0");
    return `LONG-${number},${name(index)},杭州,${index},${SOURCE}`;
  });
  const file = ["code,name,city,headCount,source", ...lines].join("\r\n");
  await admin.importFile("customer", "long.csv", file);
});

test("scrolls through thousands of rows without missing or doubling one", async ({
  page,
  signIn,
}) => {
  const slow: string[] = [];
  page.on("requestfinished", (request) => {
    const { responseStart, requestStart } = request.timing();
    if (
      new URL(request.url()).pathname === "/api/customers" &&
      responseStart - requestStart > 400
    ) {
      slow.push(request.url());
    }
  });
  await signIn();
  await page.goto(LIST);
  await expect(row(page, 0)).toBeVisible();

  await test.step("from top to bottom, a screen at a time", async () => {
    const seen = new Set<string>();
    await row(page, 0).click({ position: { x: 200, y: 20 } });
    for (let last = -1; last < ALL - 1; ) {
      const { names, rows } = await drawn(page);
      expect(rows).toBeLessThan(DRAWN);
      expect(new Set(names).size).toBe(names.length);
      const numbers = names.map((text) => Number(/\d{4}/.exec(text)?.[0]));
      expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
      for (const text of names) {
        seen.add(text);
      }
      last = numbers.at(-1) ?? last;
      await page.keyboard.press("PageDown");
      await expect(page.locator("[data-at=true]")).toBeFocused();
    }
    expect(seen.size).toBe(ALL);
  });

  await test.step("keys jump to the ends, also of a list that was not seen yet", async () => {
    await page.keyboard.press("Control+Home");
    await expect(row(page, 0)).toBeFocused();
    await page.keyboard.press("End");
    await expect(page.getByRole("cell", { name: "0", exact: true }).first()).toBeFocused();
    await page.reload();
    await expect(row(page, 0)).toBeVisible();
    await page.keyboard.press("End");
    await expect(row(page, ALL - 1)).toBeFocused();
  });

  await test.step("one comes back to the row that one left", async () => {
    await page.keyboard.press("PageUp");
    const left = ((await page.locator("[data-at=true]").textContent()) ?? "").trim();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: left, level: 1 })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("rowheader", { name: left })).toBeInViewport();
  });
  expect(slow).toEqual([]);
});

test("edits, selects and freezes far down", async ({ page, signIn, admin }) => {
  await signIn({ language: "zh-CN" });
  await page.goto(LIST);
  await expect(row(page, 0)).toBeVisible();
  await page.keyboard.press("End");
  await expect(row(page, ALL - 1)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("绍兴");
  await page.keyboard.press("Enter");
  await expect
    .poll(async () => {
      const filter = encodeURIComponent(
        JSON.stringify({ field: "code", op: "eq", value: "LONG-2999" }),
      );
      const found = await admin.get<{ items: { city: string }[] }>(
        `/api/customers?filter=${filter}&columns=city`,
      );
      return found.items[0]?.city;
    })
    .toBe("绍兴");

  await row(page, ALL - 5).hover();
  await row(page, ALL - 5)
    .getByRole("checkbox")
    .check();
  await page.locator("[data-at=true]").press("Control+Home");
  await row(page, 2).hover();
  await row(page, 2)
    .getByRole("checkbox")
    .click({ modifiers: ["Shift"] });
  await expect(page.getByText(`已选 ${(ALL - 6).toLocaleString("en")} 条`)).toBeVisible();
});

test("on a phone, cards stay few", async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn({ language: "zh-CN", theme: "dark" });
  await page.goto(LIST);
  const card = (index: number) => page.getByRole("link", { name: name(index) });
  await expect(card(0)).toBeVisible();
  await page
    .getByRole("list")
    .filter({ has: card(0) })
    .evaluate((list) => {
      list.parentElement?.scrollTo({ top: list.scrollHeight });
    });
  await expect(card(ALL - 1)).toBeVisible();
  expect(await page.getByRole("link", { name: /长列表/ }).count()).toBeLessThan(40);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
