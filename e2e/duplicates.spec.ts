import { expect, test } from "./support/test";

test("warns of a customer that is there already", async ({ page, signIn, admin }) => {
  await admin.create("customers", { name: "绍兴鉴湖酿造有限公司", phone: "+8657587650002" });
  await signIn({ language: "zh-CN" });
  await page.goto("/customers");
  await page.getByRole("button", { name: "新建客户" }).first().click();
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("textbox", { name: "客户名称" }).fill("鉴湖酿造（绍兴）股份有限公司");

  const hit = drawer.getByRole("listitem").filter({ hasText: "绍兴鉴湖酿造有限公司" });
  await expect(hit).toContainText("名称相同");
  await expect(hit.getByRole("link")).toBeVisible();
});

test("reviews what the search has found", async ({ page, signIn, admin }) => {
  for (const name of ["Saltmarsh Instruments Ltd", "SALTMARSH INSTRUMENTS"]) {
    await admin.create("customers", { name });
  }
  for (const name of ["Fenland Bakery Ltd", "Fenland Bakery Inc"]) {
    await admin.create("customers", { name });
  }
  await admin.post("/api/duplicate-scans");
  await expect
    .poll(async () => JSON.stringify(await admin.get("/api/customers/duplicates")))
    .toContain("Fenland");
  await signIn({ language: "en" });
  await page.goto("/duplicates?object=customers");
  const found = page.getByRole("main").getByRole("listitem");
  const salt = found.filter({ hasText: "Saltmarsh" }).first();
  await expect(salt).toContainText("Same name");
  await salt.getByRole("button", { name: "Merge…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page.getByText(/Merged into/)).toBeVisible();
  await expect(found.filter({ hasText: "Saltmarsh" })).toHaveCount(0);

  const bakery = found.filter({ hasText: "Fenland" }).first();
  await bakery.getByRole("button", { name: "Not duplicates" }).click();
  await expect(found.filter({ hasText: "Fenland" })).toHaveCount(0);
});
