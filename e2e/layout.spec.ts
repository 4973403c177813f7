import { PASSWORD } from "./support/api";
import { choose } from "./support/design";
import { expect, test } from "./support/test";

test("arranges the page of customers for a role", async ({ page, signIn, admin }) => {
  const { id: unit } = await admin.create("units", { code: "layout", name: "Layout unit" });
  const roles = await admin.get<{ items: { id: string; code: string; name: string }[] }>(
    "/api/roles?columns=code,name",
  );
  const reader = roles.items.find(({ code }) => code === "reader");
  await admin.addUser({ userName: "layout", displayName: "Lu Xun", unit }, [reader?.id ?? ""]);
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
    await page.goto(`/customers/${person.id}`);
    await expect(page.getByRole("heading", { name: "Mr Tea", level: 1 })).toBeVisible();
    await expect(page.getByText("Person").first()).toBeVisible();
    await expect(page.getByRole("heading", { name: "Company facts" })).toHaveCount(0);
  });
});
