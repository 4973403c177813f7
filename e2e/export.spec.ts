import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, listOf, test } from "./support/test";

const FILTER = { field: "source", op: "eq", value: "展会名录" };
const LIST = `${listOf("customers", FILTER)}&columns=name,headCount,status&sort=name`;

const dialog = (page: Page) => page.getByRole("dialog", { name: "我的导出" });

async function exported(page: Page, format: string): Promise<string> {
  await page.getByRole("button", { name: "导出", exact: true }).click();
  await page.getByRole("menuitem", { name: format }).click();
  const newest = dialog(page).getByRole("listitem").first();
  await expect(newest).toContainText(format);
  await expect(newest).toContainText("2 条记录");
  const download = page.waitForEvent("download");
  await newest.getByRole("link", { name: "下载" }).click();
  const text = readFileSync(await (await download).path(), "utf8");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  return text;
}

test("takes a list away as it is shown", async ({ page, signIn, admin }) => {
  await admin.create("customers", { name: "德化白瓷", headCount: 30, source: "展会名录" });
  await admin.create("customers", { name: "=晋江伞业", headCount: 8, source: "展会名录" });
  await signIn({ language: "zh-CN" });
  await page.goto(LIST);
  await expect(page.getByRole("rowheader")).toHaveCount(2);

  const lines = (await exported(page, "CSV")).replace("\uFEFF", "").trim().split("\r\n");
  expect(lines).toEqual(["客户名称,人数,状态", "'=晋江伞业,8,潜在", "德化白瓷,30,潜在"]);
  expect(await exported(page, "名片")).toContain("FN:德化白瓷\r\n");

  await page.getByRole("button", { name: "导出", exact: true }).click();
  await page.getByRole("menuitem", { name: "我的导出" }).click();
  await expect(dialog(page).getByRole("listitem")).toHaveCount(2);
  await dialog(page)
    .getByRole("button", { name: /移除 客户 · CSV/ })
    .click();
  await expect(dialog(page).getByRole("listitem")).toHaveCount(1);
});
