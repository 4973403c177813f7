import { readFile } from "node:fs/promises";
import { expect, headOf, listOf, test } from "./support/test";

const FILE = [
  "客户编码,客户名称,电话,邮箱,人数",
  "IMP-1,杭州灯笼厂,13711110001,lantern@example.com,40",
  "IMP-2,Lantern Works,13711110002,works@example.com,12",
  "IMP-3,扬州漆器,13711110003,不是邮箱,8",
  "IMP-4,徽州砚台,13711110004,inkstone@example.com,很多",
  "IMP-5,景德镇瓷坊,13711110005,,25",
].join("\r\n");

test("imports a file with errors, shows them, and takes all back", async ({ page, signIn }) => {
  const imported = listOf("customers", { field: "code", op: "startsWith", value: "IMP-" });
  await signIn();
  await page.goto("/customers");
  await headOf(page).getByRole("link", { name: "Import", exact: true }).click();
  await page.locator("input[type=file]").setInputFiles({
    name: "新客户.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(FILE, "utf8"),
  });

  await expect(page.getByRole("heading", { name: "新客户.csv", level: 1 })).toBeVisible();
  const mapping = page.getByRole("table", { name: "Which column goes where" });
  const guesses: [string, string][] = [
    ["客户编码", "Code"],
    ["客户名称", "Name"],
    ["电话", "Phone"],
    ["邮箱", "E-mail"],
    ["人数", "Head count"],
  ];
  for (const [column, field] of guesses) {
    await expect(mapping.getByRole("row", { name: column })).toContainText(field);
  }
  const preview = page.getByRole("table", { name: "Preview" });
  await expect(preview.getByRole("row", { name: /杭州灯笼厂/ })).toContainText("Fine");
  await expect(preview.getByRole("row", { name: /扬州漆器/ })).toContainText(
    "Not a valid e-mail address",
  );
  await expect(preview.getByRole("row", { name: /徽州砚台/ })).toContainText("Not a number");

  await page.getByRole("button", { name: "Start the import" }).click();
  const question = page.getByRole("dialog", { name: /Import anyway/ });
  await question.getByRole("button", { name: "Start the import" }).click();
  const count = (name: string) =>
    page.getByRole("term").filter({ hasText: name }).locator("xpath=following-sibling::dd");
  await expect(page.getByRole("button", { name: "Undo this import" })).toBeVisible({
    timeout: 60_000,
  });
  await expect(count("Read")).toHaveText("5");
  await expect(count("Created")).toHaveText("3");
  await expect(count("Bad")).toHaveText("2");

  const bad = page.getByRole("table", { name: "Rows that were not taken" });
  await expect(bad.getByRole("row", { name: /不是邮箱/ })).toContainText(
    "Not a valid e-mail address",
  );
  await expect(bad.getByRole("row", { name: /很多/ })).toContainText("Head count");

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the bad rows" }).click();
  const rows = await readFile(await (await download).path(), "utf8");
  expect(rows).toContain("扬州漆器");
  expect(rows).toContain("徽州砚台");
  expect(rows).not.toContain("景德镇瓷坊");

  const result = page.url();
  await page.goto(imported);
  await expect(page.getByText("3 records")).toBeVisible();
  await page.goto(result);
  await page.getByRole("button", { name: "Undo this import" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo this import" }).click();
  await expect(page.getByText("Undone")).toBeVisible({ timeout: 60_000 });
  await page.goto(imported);
  await expect(page.getByText("0 records")).toBeVisible();
});
