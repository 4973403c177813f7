import type { Page } from "@playwright/test";
import { PASSWORD } from "./support/api";
import { expect, headOf, listOf, test } from "./support/test";

const names = (page: Page) => page.getByRole("rowheader").allInnerTexts();
const switcher = (page: Page, name: string) =>
  headOf(page).getByRole("button", { name, exact: true });
const SOURCE = "stored views";

async function choose(page: Page, view: string, action: string) {
  await switcher(page, view).click();
  await page.getByRole("menuitem", { name: action }).click();
}

test("keeps a view, changes and cancels it, and shares it", async ({ page, signIn, admin }) => {
  test.slow();
  const customers = [
    { name: "观澜陶瓷", city: "景德镇" },
    { name: "鄱阳渔业", city: "上饶" },
    { name: "浮梁茶厂", city: "景德镇" },
  ];
  for (const customer of customers) {
    await admin.create("customers", { ...customer, source: SOURCE });
  }
  const role = await admin.create("roles", { code: "viewers", name: "Viewers" });
  await admin.put(`/api/roles/${role.id}/rights`, {
    administrator: false,
    permissions: [],
    objects: [
      {
        object: "customer",
        read: "all",
        create: false,
        update: "none",
        delete: "none",
        import: false,
        export: false,
      },
    ],
    fields: [{ object: "customer", field: "headCount", access: "hidden" }],
  });
  const colleague = { userName: "gu.yan", password: PASSWORD };
  await admin.addUser({ userName: "gu.yan", displayName: "顾言" }, [role.id]);
  const filter = {
    and: [
      { field: "source", op: "eq", value: SOURCE },
      { field: "city", op: "eq", value: "景德镇" },
    ],
  };
  const navigation = page.getByRole("navigation", { name: "Main navigation" });
  const changes = page.getByRole("group", { name: "Unsaved changes of the view" });

  await test.step("a filtered list is saved as a view", async () => {
    await signIn();
    await page.goto(`${listOf("customers", filter)}&sort=name&columns=name,city,headCount`);
    await expect.poll(() => names(page)).toHaveLength(2);
    await changes.getByRole("button", { name: "Save as view" }).click();
    const dialog = page.getByRole("dialog", { name: "Save as new view" });
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog.getByText("Give it a name")).toBeVisible();
    await dialog.getByLabel("Name").fill("景德镇客户");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(switcher(page, "景德镇客户")).toBeVisible();
    await expect(page).toHaveURL(/\/customers\?view=[0-9a-f-]{36}$/);
    await expect(changes).toHaveCount(0);
    await choose(page, "景德镇客户", "Pin to the navigation");
    await expect(navigation.getByRole("link", { name: "景德镇客户" })).toBeVisible();
  });

  await test.step("it opens from the navigation after a reload", async () => {
    await page.goto("/customers");
    await expect(switcher(page, "Standard")).toBeVisible();
    await navigation.getByRole("link", { name: "景德镇客户" }).click();
    await expect.poll(() => names(page)).toHaveLength(2);
    await expect(page.getByRole("columnheader")).toHaveText(["Name", "City", "Head count"]);
    await page.screenshot({ path: "screenshots/view-1440-light-en.png" });
  });

  await test.step("what differs stands in the address, and can be cancelled", async () => {
    await page.getByRole("button", { name: /^Remove filter: City/ }).click();
    await expect.poll(() => names(page)).toHaveLength(3);
    await page.reload();
    await expect(changes.getByRole("button", { name: "Save view" })).toBeVisible();
    await expect.poll(() => names(page)).toHaveLength(3);
    await changes.getByRole("button", { name: "Cancel changes" }).click();
    await expect.poll(() => names(page)).toHaveLength(2);
    await expect(page).toHaveURL(/\/customers\?view=[0-9a-f-]{36}$/);
  });

  await test.step("what is saved stays", async () => {
    await page.getByRole("columnheader", { name: "Name" }).getByRole("button").first().click();
    await changes.getByRole("button", { name: "Save view" }).click();
    await expect(changes).toHaveCount(0);
    await expect(page).toHaveURL(/\/customers\?view=[0-9a-f-]{36}$/);
    await page.reload();
    await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
  });

  await test.step("it is shared and renamed", async () => {
    await choose(page, "景德镇客户", "Rename and share");
    const dialog = page.getByRole("dialog", { name: "Rename and share" });
    await dialog.getByLabel("Name").fill("瓷都");
    await dialog.getByRole("radio", { name: "Everyone" }).check();
    await page.screenshot({ path: "screenshots/view-dialog-1440-light-en.png" });
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(switcher(page, "瓷都")).toBeVisible();
  });

  await test.step("somebody else opens it, without what is hidden from them", async () => {
    await page.context().clearCookies();
    await signIn({ language: "zh-CN" }, colleague);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/customers");
    await switcher(page, "标准").click();
    await page.screenshot({ path: "screenshots/view-menu-390-light-zh-CN.png" });
    await page.getByRole("menuitem", { name: "瓷都" }).click();
    await expect(page.getByText("浮梁茶厂")).toBeVisible();
    await expect(page.getByText("鄱阳渔业")).toHaveCount(0);
    await expect(page.getByRole("alert")).toContainText("已略去：");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.screenshot({ path: "screenshots/view-390-light-zh-CN.png" });
    await switcher(page, "瓷都").click();
    await expect(page.getByRole("menuitem", { name: "另存为新视图" })).toBeVisible();
    await expect(page.getByRole("menuitem", { name: "删除视图" })).toHaveCount(0);
  });
});
