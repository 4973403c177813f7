import { readFile } from "node:fs/promises";
import { expect, test } from "./support/test";

const ROWS = ["代号,厂名,在哪儿", "MAP-1,景德镇瓷坊,景德镇"].join("\r\n");

test("fills in a template, and keeps which column goes where", async ({ page, signIn }) => {
  const upload = (name: string, text: string) =>
    page.locator("input[type=file]").setInputFiles({
      name,
      mimeType: "text/csv",
      buffer: Buffer.from(text, "utf8"),
    });
  const fieldOf = (column: string) =>
    page.getByRole("table", { name: "列与字段的对应" }).getByRole("row", { name: column });
  await signIn({ language: "zh-CN" });
  await page.goto("/imports/new?object=customer");

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV", exact: true }).click();
  const template = await readFile(await (await download).path(), "utf8");
  expect(template).toContain("客户名称 *");
  await upload("模板.csv", template);
  await expect(fieldOf("客户名称")).toContainText("客户名称");

  await page.goto("/imports/new?object=customer");
  await upload("展会.csv", ROWS);
  for (const [column, field] of [
    ["代号", "客户编码"],
    ["厂名", "客户名称"],
    ["在哪儿", "城市"],
  ] as const) {
    const box = page.getByRole("combobox", { name: `列“${column}”对应的字段` });
    await box.click();
    await page.keyboard.type(field);
    await page.keyboard.press("Enter");
    await expect(fieldOf(column)).toContainText(field);
  }
  await page.getByRole("button", { name: "保存对应关系…" }).click();
  const dialog = page.getByRole("dialog", { name: "保存这个对应关系" });
  await dialog.getByLabel("名称").fill("展会名单");
  await dialog.getByRole("button", { name: "保存", exact: true }).click();
  await expect(dialog).toBeHidden();

  await page.goto("/imports/new?object=customer");
  await upload("又一个展会.csv", ROWS.replace("MAP-1", "MAP-2"));
  await expect(page.getByText("展会名单")).toBeVisible();
  await expect(fieldOf("在哪儿")).toContainText("城市");

  await page.getByRole("button", { name: "删除这个对应关系" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "删除这个对应关系" }).click();
  await expect(page.getByText("展会名单")).toHaveCount(0);
});
