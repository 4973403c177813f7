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
