import { expect, test } from "./support/test";

test("merges two customers and takes it back", async ({ page, signIn, admin }) => {
  const kept = await admin.create("customers", { name: "望潮楼酒店", city: "宁波" });
  const gone = await admin.create("customers", {
    name: "望潮楼大酒店",
    city: "杭州",
    phone: "+8657487650001",
  });
  await admin.create("contacts", { name: "林掌柜", customer: gone.id });
  await signIn({ language: "zh-CN" });
  await page.goto(`/customers/${kept.id}`);
  await page.getByRole("button", { name: "更多操作" }).click();
  await page.getByRole("menuitem", { name: "合并" }).click();
  await page.getByRole("combobox", { name: "其他记录" }).fill("望潮楼大");
  await page.getByTitle("望潮楼大酒店").click();
  await page.getByText("请选择最多四条相同的记录。").click();
  await page.getByRole("button", { name: /比\s*较/ }).click();

  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "城市: 杭州" }).check();
  await expect(dialog.getByRole("region", { name: "转到保留的记录" })).toContainText("1 联系人");
  await dialog.getByRole("button", { name: /合\s*并/ }).click();
  await expect(page.getByText("已合并到“望潮楼酒店”")).toBeVisible();
  await expect(page.getByText("林掌柜").first()).toBeVisible();
  await expect(page.getByText("杭州").first()).toBeVisible();
  await page.goto(`/customers/${gone.id}`);
  await expect(page).toHaveURL(new RegExp(kept.id));

  await page.getByRole("alert").getByRole("button", { name: "撤销合并" }).click();
  await expect(page.getByText("合并已撤销")).toBeVisible();
  await page.goto(`/customers/${gone.id}`);
  await expect(page.getByRole("heading", { name: "望潮楼大酒店", level: 1 })).toBeVisible();
  await expect(page.getByText("林掌柜").first()).toBeVisible();
});
