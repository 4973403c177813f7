import { expect, listOf, test } from "./support/test";

test("deletes a customer and brings it back", async ({ page, signIn, admin }) => {
  const name = "望江楼酒店";
  const { id } = await admin.create("customers", { name });
  await admin.create("contacts", { name: "林掌柜", customer: id });
  const list = listOf("customers", { field: "name", op: "eq", value: name });
  await signIn({ language: "zh-CN" });
  await page.goto(`/customers/${id}`);
  await page.getByRole("button", { name: "更多操作" }).click();
  await page.getByRole("menuitem", { name: "移到回收站" }).click();
  await expect(page.getByRole("dialog")).toContainText("联系人 1");
  await page.getByRole("dialog").getByRole("button", { name: "删除" }).click();
  await expect(page).toHaveURL(/\/customers$/);
  await page.goto(list);
  await expect(page.getByText("0 条")).toBeVisible();

  await page.getByRole("link", { name: "回收站" }).click();
  const row = page.getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText("Administrator");
  await row.getByRole("button", { name: "恢复" }).click();
  await expect(page.getByText("已恢复")).toBeVisible();
  await expect(row).toHaveCount(0);
  await page.goto(list);
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(page.getByText("林掌柜").first()).toBeVisible();
});

test("erases a contact for good", async ({ page, signIn, admin }) => {
  const name = "Old acquaintance";
  const customer = await admin.create("customers", { name: "Kept House" });
  const { id } = await admin.create("contacts", { name, customer: customer.id });
  await admin.remove("contacts", id);
  await signIn({ language: "en" });
  await page.goto("/trash?object=contacts");
  const row = page.getByRole("row", { name: new RegExp(name) });
  await row.getByRole("button", { name: "Delete for good" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByText("Deleted for good").first()).toBeVisible();
  await expect(row).toHaveCount(0);
});
