import { PASSWORD } from "./support/api";
import { choose } from "./support/design";
import { expect, test } from "./support/test";

test("arranges the page of customers for a role", async ({ page, signIn, admin }) => {
  const { id: unit } = await admin.create("units", { code: "layout", name: "Layout unit" });
  const roles = await admin.get<{ items: { id: string; code: string; name: string }[] }>(
    "/api/roles?columns=code,name",
  );
  const ids = ["reader", "sales"].map((code) => roles.items.find((role) => role.code === code)?.id);
  await admin.addUser({ userName: "layout", displayName: "Lu Xun", unit }, ids.map(String));
  const facts = { unit, industry: "Tea", website: "https://tea.example" };
  const company = await admin.create("customers", { name: "Tea House", kind: "company", ...facts });
  const person = await admin.create("customers", { name: "Mr Tea", kind: "person", ...facts });

  await test.step("fields are moved and hidden by keys, a section gets a condition", async () => {
    await signIn({ language: "en" });
    await page.goto("/customization/customer");
    await page.getByRole("link", { name: "Layout" }).click();
    await choose(page, page.getByLabel("For whom"), "Reader");
    const rows = page.getByRole("list", { name: "Sections and fields" });
    const website = rows.getByRole("button", { name: /^Move Website/ });
    const hidden = rows.getByRole("listitem").filter({ hasText: "drag fields here" });
    await website.focus();
    await expect(async () => {
      await website.press("ArrowDown");
      const items = await rows.getByRole("listitem").allInnerTexts();
      const away = items.findIndex((text) => text.startsWith("Hidden"));
      expect(items.findIndex((text) => text.startsWith("Website"))).toBeGreaterThan(away);
    }).toPass();
    await expect(hidden).toBeVisible();
    await rows.getByRole("button", { name: "Edit Size and responsibility" }).click();
    const dialog = page.getByRole("dialog", { name: "Section" });
    await dialog.getByLabel("Name in English").fill("Company facts");
    await dialog.getByRole("button", { name: "Filter", exact: true }).click();
    await page.getByRole("textbox", { name: "Filter by which field?" }).fill("Kind");
    await page.keyboard.press("Enter");
    await page.getByRole("checkbox", { name: "Company" }).check();
    await page.getByRole("button", { name: "Apply" }).click();
    await dialog.getByRole("button", { name: "Done" }).click();
    await rows.getByRole("button", { name: "When Short name is shown" }).click();
    const condition = page.getByRole("dialog", { name: "When Short name is shown" });
    await condition.getByRole("button", { name: "Filter", exact: true }).click();
    await page.getByRole("textbox", { name: "Filter by which field?" }).fill("Kind");
    await page.keyboard.press("Enter");
    await page.getByRole("checkbox", { name: "Person" }).check();
    await page.getByRole("button", { name: "Apply" }).click();
    await condition.getByRole("button", { name: "Done" }).click();
    const tabs = page.getByRole("list", { name: "Tabs in the middle" });
    await tabs.getByRole("checkbox", { name: "Files" }).uncheck();
    const preview = page.getByRole("region", { name: "Preview", exact: true });
    await expect(preview.getByText("Company facts")).toBeVisible();
    await expect(preview.getByText("Website")).toHaveCount(0);
    await page.screenshot({ path: "screenshots/layout-1440-light-en.png", fullPage: true });
    await page.getByRole("button", { name: "Save layout" }).click();
    await expect(page.getByText("The layout is saved")).toBeVisible();
  });

  await test.step("whoever is in the role finds it so, the others do not", async () => {
    await page.goto(`/customers/${person.id}`);
    await expect(page.getByRole("link", { name: "tea.example" })).toBeVisible();
    await page.context().clearCookies();
    await signIn({ language: "en" }, { userName: "layout", password: PASSWORD });
    await page.goto(`/customers/${company.id}`);
    await expect(page.getByRole("heading", { name: "Company facts" })).toBeVisible();
    await expect(page.getByText("tea.example")).toHaveCount(0);
    await expect(page.getByRole("tab", { name: "Timeline" })).toBeVisible();
    await expect(page.getByRole("tab", { name: "Files" })).toHaveCount(0);
    await page.goto(`/customers/${person.id}`);
    await expect(page.getByRole("heading", { name: "Mr Tea", level: 1 })).toBeVisible();
    await expect(page.getByText("Person").first()).toBeVisible();
    await expect(page.getByRole("heading", { name: "Company facts" })).toHaveCount(0);
  });

  await test.step("the form follows what somebody types", async () => {
    await page.goto("/customers");
    await page.getByRole("main").getByRole("button", { name: "New" }).first().click();
    const form = page.getByRole("dialog");
    await form.getByRole("button", { name: /more fields/i }).click();
    await expect(form.getByRole("textbox", { name: "Short name" })).toHaveCount(0);
    await choose(page, form.getByRole("combobox", { name: "Kind" }), "Person");
    await expect(form.getByRole("textbox", { name: "Short name" })).toBeVisible();
    await choose(page, form.getByRole("combobox", { name: "Kind" }), "Company");
    await expect(form.getByRole("textbox", { name: "Short name" })).toHaveCount(0);
  });
});
