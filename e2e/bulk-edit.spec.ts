import { expect, listOf, test } from "./support/test";

const SOURCE = "批量";
const LIST = `${listOf("customers", { field: "source", op: "eq", value: SOURCE })}&columns=name,city,industry&sort=name`;

test("changes all records of a filter, and takes it back", async ({ page, signIn, admin }) => {
  for (let index = 0; index < 7; index++) {
    const name = `批量客户 ${index}`;
    await admin.create("customers", { name, source: SOURCE, city: "杭州", industry: "茶叶" });
  }
  await signIn({ language: "zh-CN" });
  await page.goto(LIST);

  await test.step("rows are selected one by one, as a range, and all", async () => {
    await page.getByRole("checkbox", { name: "选择批量客户 1" }).check({ force: true });
    const bar = page.getByRole("region", { name: "选中的记录" });
    await expect(bar).toContainText("已选 1 条");
    await page
      .getByRole("checkbox", { name: "选择批量客户 4" })
      .click({ force: true, modifiers: ["Shift"] });
    await expect(bar).toContainText("已选 4 条");
    await bar.getByRole("button", { name: "选择全部 7 条" }).click();
    await expect(bar).toContainText("已选 7 条");
  });

  await test.step("the preview tells what would change", async () => {
    await page.getByRole("button", { name: "修改字段" }).click();
    const dialog = page.getByRole("dialog", { name: /批量修改 7 条/ });
    await dialog.getByRole("checkbox", { name: "行业" }).check();
    await dialog.getByRole("textbox", { name: "行业" }).fill("餐饮");
    await dialog.getByRole("checkbox", { name: "城市" }).check();
    await dialog.getByRole("button", { name: "预览" }).click();
    await expect(dialog).toContainText("将更改");
    await expect(dialog.getByRole("listitem").first()).toContainText("茶叶");
    await dialog.getByRole("button", { name: "更改 7 条" }).click();
  });

  const tray = page.getByRole("complementary", { name: "批量更改" });
  await test.step("the work is done and the list shows it", async () => {
    await expect(tray).toContainText("已更改 7 条，未更改 0 条");
    await expect(page.getByRole("cell", { name: "餐饮" })).toHaveCount(7);
    await expect(page.getByRole("cell", { name: "杭州" })).toHaveCount(0);
  });

  await test.step("undoing keeps what was changed since", async () => {
    const { items } = await admin.get<{ items: { id: string }[] }>(
      `/api/customers?filter=${encodeURIComponent(JSON.stringify({ field: "source", op: "eq", value: SOURCE }))}&sort=name`,
    );
    await admin.change("customers", items[0]?.id ?? "", { industry: "物流" });
    await tray.getByRole("button", { name: /^撤销/ }).click();
    await expect(tray).toContainText("1 条之后被改过");
    await tray.getByRole("link", { name: "详情" }).click();
    await expect(page.getByRole("row", { name: /批量客户 0.*行业/ })).toBeVisible();
    await page.goto(LIST);
    await expect(page.getByRole("cell", { name: "茶叶" })).toHaveCount(6);
    await expect(page.getByRole("cell", { name: "物流" })).toHaveCount(1);
  });
});
