import type { Entry } from "./support/api";
import { expect, listOf, test } from "./support/test";

const SOURCE = "edited in place";
const LIST = `${listOf("customers", { field: "source", op: "eq", value: SOURCE })}&columns=name,city,headCount,status,createdAt&sort=name`;

test("edits cells by keys, shows why not, and pastes a block", async ({
  page,
  signIn,
  admin,
  context,
}) => {
  const made: Entry[] = [];
  for (const name of ["平湖灯具", "桐乡毛衫"]) {
    made.push(await admin.create("customers", { name, source: SOURCE, city: "嘉兴" }));
  }
  await signIn();
  await page.goto(LIST);
  const first = page.getByRole("row", { name: /平湖灯具/ });
  const here = page.locator('[data-at="true"]');
  const second = page.getByRole("row", { name: /桐乡毛衫/ });

  await test.step("Enter edits, Tab saves and goes on", async () => {
    await first.getByRole("cell", { name: "嘉兴" }).click();
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "City" }).fill("平湖");
    await page.keyboard.press("Tab");
    await page.getByRole("spinbutton", { name: "Head count" }).fill("12");
    await page.keyboard.press("Enter");
    await expect(first).toContainText("平湖");
    await expect
      .poll(async () => admin.get(`/api/customers/${made[0]?.id}`))
      .toMatchObject({ city: "平湖", headCount: 12 });
  });

  await test.step("Esc leaves it, an error stays in the cell, a lock tells why not", async () => {
    await expect(here).toBeFocused();
    await page.keyboard.press("e");
    await page.getByRole("spinbutton", { name: "Head count" }).fill("99");
    await page.keyboard.press("Escape");
    await expect(first).toContainText("12");
    await expect(here).toBeFocused();
    await page.keyboard.press("e");
    await page.getByRole("spinbutton", { name: "Head count" }).fill("99999999999");
    await page.keyboard.press("Enter");
    await expect(first.getByRole("alert")).toBeAttached();
    await expect(here).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("img", { name: /Computed by the program/ })).toBeVisible();
  });

  await test.step("somebody was faster: both values are shown", async () => {
    await admin.change("customers", made[1]?.id ?? "", { city: "海宁" });
    await second.getByRole("cell", { name: "嘉兴" }).dblclick();
    await page.getByRole("textbox", { name: "City" }).fill("桐乡");
    await page.keyboard.press("Enter");
    const conflict = page.getByRole("dialog", { name: "Somebody saved this record first" });
    await conflict.getByRole("radio", { name: /Mine.*桐乡/ }).check();
    await conflict.getByRole("button", { name: "Save these values" }).click();
    await expect(second).toContainText("桐乡");
  });

  await test.step("a copied block is shown first, then written", async () => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate(() => navigator.clipboard.writeText("海盐\t7\n海宁\tmany"));
    await first.getByRole("cell", { name: "平湖" }).click();
    await page.keyboard.press("Control+V");
    const dialog = page.getByRole("dialog", { name: "Paste 2 rows, 2 columns" });
    await expect(dialog).toContainText("1 cell cannot be read");
    await dialog.getByRole("button", { name: "Change 2 records" }).click();
    await expect(
      page.getByRole("complementary", { name: "Changes of many records" }),
    ).toContainText("2 changed, 0 left alone");
    await expect(first).toContainText("海盐");
    await expect(second).toContainText("海宁");
  });
});
