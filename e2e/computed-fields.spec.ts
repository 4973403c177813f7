import type { Page } from "@playwright/test";
import { beginField, choose, save } from "./support/design";
import { expect, listOf, test } from "./support/test";

const names = (page: Page) => page.getByRole("rowheader").allInnerTexts();

test("computes fields by formula and roll-up", async ({ page, signIn, admin }) => {
  const { id } = await admin.create("customers", { name: "计算公司", headCount: 12 });
  await admin.create("contacts", { name: "甲", customer: { id } });
  await admin.create("contacts", { name: "乙", customer: { id } });
  await signIn();
  await page.goto("/customization/customer");

  const formula = await beginField(page, { kind: /^Formula/, zh: "规模", en: "Size" });
  await formula
    .getByRole("textbox", { name: "Formula" })
    .fill("if(headcount > 10, 'big', 'small')");
  await formula.getByLabel("Label in English").click();
  await expect(formula.getByText("there is no field headcount")).toBeVisible();
  await formula.getByRole("textbox", { name: "Formula" }).fill("if( > 10, 'big', 'small')");
  await page.keyboard.press("Home");
  for (const _ of "if(") {
    await page.keyboard.press("ArrowRight");
  }
  await formula.getByLabel("Insert a field").click();
  await page.keyboard.type("Head count");
  await page.keyboard.press("Enter");
  await expect(formula.getByRole("textbox", { name: "Formula" })).toHaveValue(
    "if(headCount > 10, 'big', 'small')",
  );
  await formula.getByLabel("Label in English").click();
  await expect(formula.getByText("The result is: Text")).toBeVisible();
  await page.screenshot({ path: "screenshots/customization-formula-1440-light-en.png" });
  await save(formula);

  const rollUp = await beginField(page, { kind: /^Roll-up/, zh: "联系人数", en: "Contact count" });
  await choose(page, rollUp.getByLabel("Records that point here"), "Contacts · Customer");
  await rollUp.getByRole("radio", { name: "Last" }).check();
  await choose(page, rollUp.getByLabel("Of which field"), "Name");
  await page.screenshot({ path: "screenshots/customization-roll-up-1440-light-en.png" });
  await rollUp.getByRole("radio", { name: "Count" }).check();
  await save(rollUp);

  const filter = { field: "xContactCount", op: "eq", value: 2 };
  await page.goto(`${listOf("customers", filter)}&columns=name,xSize,xContactCount&sort=-xSize`);
  await expect.poll(() => names(page)).toEqual(["计算公司"]);
  await expect(page.getByRole("cell", { name: "big" })).toBeVisible();
  await page.goto("/customization/customer");
  await page.getByRole("button", { name: "Edit Size" }).click();
  const drawer = page.getByRole("dialog", { name: "Edit Size" });
  await drawer.getByRole("textbox", { name: "Formula" }).fill("upper(name)");
  await save(drawer);
  await page.goto(`/customers/${id}`);
  await expect(page.getByRole("definition").filter({ hasText: "计算公司" })).toHaveCount(2);
});
