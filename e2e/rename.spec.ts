import { expect, test } from "./support/test";

test("calls customers and one of their fields otherwise, and takes it back", async ({
  page,
  signIn,
  admin,
}) => {
  await admin.create("customers", { name: "Grove Primary", headCount: 340 });
  await signIn({ language: "en" });

  await test.step("on the page of the object", async () => {
    await page.goto("/customization/customer");
    await page.getByRole("button", { name: "Rename Head count" }).click();
    const field = page.getByRole("dialog", { name: "Rename Head count" });
    await field.getByLabel("Label in Chinese").fill("学生人数");
    await field.getByLabel("Label in English").fill("Pupils");
    await field.getByRole("button", { name: "Save" }).click();
    await expect(field).toHaveCount(0);
    await expect(page.getByText("originally Head count")).toBeVisible();
    await page.getByRole("main").getByRole("button", { name: "Rename", exact: true }).click();
    const object = page.getByRole("dialog", { name: "Rename Customer" });
    await object.getByLabel("Name of one in Chinese").fill("学校");
    await object.getByLabel("Name of one in English").fill("School");
    await object.getByLabel("Name of many in Chinese").fill("学校");
    await object.getByLabel("Name of many in English").fill("Schools");
    await object.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { name: "Schools", level: 1 })).toBeVisible();
  });

  await test.step("it is so in lists, filters and forms", async () => {
    const filter = JSON.stringify({ field: "headCount", op: "ge", value: 300 });
    await page.goto(`/customers?columns=name,headCount&filter=${encodeURIComponent(filter)}`);
    await expect(page.getByRole("heading", { name: "Schools", level: 1 })).toBeVisible();
    await expect(page.getByText("Pupils is at least 300")).toBeVisible();
    await expect(page.getByRole("columnheader", { name: /Pupils/ })).toBeVisible();
  });

  await test.step("and back to the original", async () => {
    await page.goto("/customization/customer");
    await page.getByRole("button", { name: "Rename Pupils" }).click();
    await page.getByRole("button", { name: "Back to the original" }).click();
    await expect(page.getByRole("button", { name: "Rename Head count" })).toBeVisible();
    await page.getByRole("main").getByRole("button", { name: "Rename", exact: true }).click();
    await page.getByRole("button", { name: "Back to the original" }).click();
    await expect(page.getByRole("heading", { name: "Customers", level: 1 })).toBeVisible();
  });
});
