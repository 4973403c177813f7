import type { Page } from "@playwright/test";
import { expect, headOf, listOf, test } from "./support/test";

const SOURCE = "opened first";
const names = (page: Page) => page.getByRole("rowheader").allInnerTexts();
const switcher = (page: Page, name: string) =>
  headOf(page).getByRole("button", { name, exact: true });

async function choose(page: Page, view: string, action: string) {
  await switcher(page, view).click();
  await page.getByRole("menuitem", { name: action, exact: true }).click();
}

test("duplicates a view, gives it an icon, and opens the list with it", async ({
  page,
  signIn,
  admin,
}) => {
  const { id } = await admin.create("customers", { name: "宁波港务" });
  for (const name of ["宁小海", "象小山"]) {
    await admin.create("contacts", { name, jobTitle: SOURCE, customer: { id } });
  }
  const filter = { field: "jobTitle", op: "eq", value: SOURCE };
  await admin.post("/api/views", {
    object: "contact",
    name: "宁波人",
    state: { filter, sort: ["name"], columns: [] },
  });
  await signIn();
  await page.goto("/contacts?view=standard");

  await test.step("a copy has a name and an icon of its own", async () => {
    await choose(page, "Standard", "宁波人");
    await choose(page, "宁波人", "Duplicate");
    const dialog = page.getByRole("dialog", { name: "Save as new view" });
    await expect(dialog.getByLabel("Name")).toHaveValue("宁波人 (copy)");
    await dialog.getByLabel("Name").fill("象山人");
    await dialog.getByTitle("Flag").click();
    await page.screenshot({ path: "screenshots/view-copy-1440-light-en.png" });
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(switcher(page, "象山人")).toBeVisible();
    await expect.poll(() => names(page)).toHaveLength(2);
  });

  await test.step("the list opens with it, the standard list has an address of its own", async () => {
    await choose(page, "象山人", "Open the list with it");
    await page.goto("/contacts");
    await expect(switcher(page, "象山人")).toBeVisible();
    await expect.poll(() => names(page)).toHaveLength(2);
    await choose(page, "象山人", "Standard");
    await expect(page).toHaveURL(/view=standard$/);
    await page.goto(listOf("contacts", filter));
    await expect(switcher(page, "Standard")).toBeVisible();
    await page.getByRole("button", { name: /^Remove filter/ }).click();
    await expect(page).toHaveURL(/view=standard$/);
  });

  await test.step("pinned views are found in the palette and in the folded rail", async () => {
    await page.goto("/contacts");
    await choose(page, "象山人", "Pin to the navigation");
    const rail = page.getByRole("navigation", { name: "Main navigation" });
    await expect(rail.getByRole("link", { name: "象山人" })).toBeVisible();
    await page.goto("/products");
    await expect(page.getByRole("heading", { name: "Products", level: 1 })).toBeVisible();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("象山");
    await expect(page.getByRole("option").filter({ hasText: "象山人" })).toContainText("Contacts");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /fold/i }).click();
    await rail.getByRole("link", { name: "象山人" }).click();
    await expect.poll(() => names(page)).toHaveLength(2);
    await page.screenshot({ path: "screenshots/rail-folded-1440-light-en.png" });
  });
});

test("an administrator says with which view a list opens, and each person may differ", async ({
  page,
  signIn,
  admin,
}) => {
  const filter = { field: "name", op: "contains", value: "灯" };
  for (const [name, sharing] of [
    ["全员产品", "everyone"],
    ["我的产品", "private"],
  ]) {
    await admin.post("/api/views", {
      object: "product",
      name,
      sharing,
      state: { filter, sort: ["name"], columns: [], shape: { quick: ["name"] } },
    });
  }
  await signIn({ language: "zh-CN" });
  await page.goto("/products");
  await choose(page, "标准", "全员产品");
  await switcher(page, "全员产品").click();
  await page.getByRole("menuitem", { name: "设为标准视图…" }).click();
  const dialog = page.getByRole("dialog", { name: "“全员产品”是谁的标准视图？" });
  await dialog.getByRole("checkbox", { name: "所有人" }).check();
  await page.screenshot({ path: "screenshots/standard-view-1440-light-zh.png" });
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("标准视图已保存")).toBeVisible();

  await page.goto("/products");
  await expect(switcher(page, "全员产品")).toBeVisible();
  await choose(page, "全员产品", "我的产品");
  await choose(page, "我的产品", "设为我的默认视图");
  await page.goto("/products");
  await expect(switcher(page, "我的产品")).toBeVisible();
  await choose(page, "我的产品", "恢复标准视图");
  await expect(switcher(page, "全员产品")).toBeVisible();
});
