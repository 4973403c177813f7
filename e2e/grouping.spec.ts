import type { Page } from "@playwright/test";
import { expect, listOf, test } from "./support/test";

const SOURCE = "in heaps";
const LIST = `${listOf("customers", { field: "source", op: "eq", value: SOURCE })}&columns=name,status,headCount&sort=name`;
const names = (page: Page) => page.getByRole("rowheader").getByRole("link").allInnerTexts();
const groups = (page: Page) => page.getByRole("button", { expanded: true }).allInnerTexts();

test.beforeAll(async ({ admin }) => {
  const customers = [
    ["福鼎茶厂", "existing", 40],
    ["宁德船务", "existing", 60],
    ["霞浦紫菜", "potential", 10],
  ];
  for (const [name, status, headCount] of customers) {
    await admin.create("customers", { name, status, headCount, source: SOURCE });
  }
  for (let index = 0; index < 25; index++) {
    const name = `周宁矿泉 ${String(index).padStart(2, "0")}`;
    await admin.create("customers", { name, status: "lost", source: SOURCE });
  }
});

test("groups a list, shuts a group, loads more of one and sums up", async ({ page, signIn }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await signIn();
  await page.goto(LIST);
  await page.getByRole("button", { name: "Group", exact: true }).click();
  await page.getByRole("menuitem", { name: "Status" }).click();

  await test.step("choices stand in their own order, in one request", async () => {
    await expect.poll(() => groups(page)).toHaveLength(3);
    expect((await groups(page)).join(" ")).toMatch(
      /^Potential\s+1 record\s.*Existing\s+2 records\s.*Lost\s+25 records\s/s,
    );
    await expect.poll(() => names(page)).toHaveLength(23);
    expect(requests.filter((path) => path.endsWith("/lanes"))).toHaveLength(1);
  });

  await test.step("the rest of a group is loaded where it is asked for", async () => {
    await page.getByRole("button", { name: "Load more" }).click();
    await expect(page.getByRole("button", { name: "Load more" })).toHaveCount(0);
    await page.getByRole("table").evaluate((table) => table.parentElement?.scrollTo(0, 5000));
    await expect(page.getByRole("link", { name: "周宁矿泉 24" })).toBeVisible();
  });

  await test.step("a group is shut, and stays so after a reload", async () => {
    await page.getByRole("button", { name: "Lost 25 records" }).click();
    await expect.poll(() => names(page)).toEqual(["霞浦紫菜", "宁德船务", "福鼎茶厂"]);
    await page.reload();
    await expect.poll(() => names(page)).toHaveLength(3);
  });

  await test.step("columns are summed up, groups too", async () => {
    await page.getByRole("button", { name: "Calculate Head count" }).click();
    await page.getByRole("menuitem", { name: "Sum" }).click();
    await expect(page.getByRole("button", { name: "Head count: Sum 110" })).toBeVisible();
    await expect(page.getByRole("row", { name: /^Existing 2 records/ })).toContainText("100");
    await expect(page).toHaveURL(/by=status.*measures=sum%3AheadCount.*folded=lost/);
  });
});

test("on a phone, groups open and shut and say what they come to", async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn({ language: "zh-CN", theme: "dark" });
  await page.goto(`${LIST}&by=status&measures=sum:headCount`);
  const group = (name: string) => page.getByRole("button", { name, expanded: true });
  await expect(group("现有 2 条")).toContainText("人数 合计 100");
  await expect(page.getByRole("link", { name: /福鼎茶厂/ })).toBeVisible();
  await page.screenshot({ path: "screenshots/groups-390-dark-zh.png" });
  await group("现有 2 条").click();
  await expect(page.getByRole("link", { name: /福鼎茶厂/ })).toHaveCount(0);
  await expect(page).toHaveURL(/folded=existing/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("a calendar tells its day and how it is drawn in the address, and keeps it in a view", async ({
  page,
  signIn,
}) => {
  await signIn({ language: "zh-CN" });
  await page.goto(`${LIST}&layout=calendar&by=createdAt&mode=week&day=2026-01-07`);
  await expect(page.getByRole("heading", { name: "2026年1月" })).toBeVisible();
  await page.getByRole("button", { name: "往后" }).click();
  await expect(page).toHaveURL(/day=2026-01-14/);
  await page.getByText("月", { exact: true }).click();
  await expect(page).toHaveURL(/mode=month/);
  await page.reload();
  await expect(page.getByRole("heading", { name: "2026年1月" })).toBeVisible();
  await page.getByRole("button", { name: "存为视图" }).click();
  const dialog = page.getByRole("dialog", { name: "另存为新视图" });
  await dialog.getByLabel("名称").fill("一月");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(page).toHaveURL(/\?view=[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { name: "2026年1月" })).toBeVisible();
});
