import type { Page } from "@playwright/test";
import { expect, listOf, test } from "./support/test";

const SOURCE = "narrowed";
const names = (page: Page) => page.getByRole("rowheader").allInnerTexts();
const chip = (page: Page, words: string) => page.getByRole("button", { name: words, exact: true });

async function pick(page: Page, field: string) {
  await page.getByRole("textbox", { name: "Filter by which field?" }).fill(field);
  await page.keyboard.press("Enter");
}

test.beforeAll(async ({ admin }) => {
  const customers = [
    { name: "德化白瓷", city: "泉州", status: "lost" },
    { name: "龙岩烟机", city: "龙岩", status: "existing" },
    { name: "三明林业", city: "三明", status: "potential" },
  ];
  for (const customer of customers) {
    const { id } = await admin.create("customers", { ...customer, source: SOURCE });
    await admin.create("contacts", {
      name: `${customer.city}人`,
      department: SOURCE,
      customer: { id },
    });
  }
});

test("asks for one of several conditions, in words, and changes them", async ({ page, signIn }) => {
  const source = { field: "source", op: "eq", value: SOURCE };
  const city = { field: "city", op: "eq", value: "泉州" };
  await signIn();
  await page.goto(`${listOf("customers", { and: [source, city] })}&sort=name`);
  await expect.poll(() => names(page)).toEqual(["德化白瓷"]);

  await chip(page, "City is “泉州”").click();
  await page.getByRole("button", { name: "Or another condition" }).click();
  await pick(page, "Status");
  await page.getByRole("checkbox", { name: "Existing" }).check();
  await page.getByRole("button", { name: "Apply" }).click();
  const either = chip(page, "City is “泉州” or Status is any of Existing");
  await expect(either).toBeVisible();
  await expect.poll(async () => (await names(page)).toSorted()).toEqual(["德化白瓷", "龙岩烟机"]);

  await page.reload();
  await either.click();
  await page.getByRole("button", { name: "Remove filter: City is “泉州”", exact: true }).click();
  await expect(chip(page, "Status is any of Existing")).toBeVisible();
  await expect.poll(() => names(page)).toEqual(["龙岩烟机"]);
});

test("filters by a field of what a record refers to", async ({ page, signIn }) => {
  await signIn();
  await page.goto(listOf("contacts", { field: "department", op: "eq", value: SOURCE }));
  await expect.poll(() => names(page)).toHaveLength(3);
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("button", { name: "Fields of Customer" }).click();
  await pick(page, "City");
  await page.getByRole("textbox", { name: /Customer · City/ }).fill("三");
  await page.keyboard.press("Enter");

  await expect(chip(page, "Customer · City contains “三”")).toBeVisible();
  await expect.poll(() => names(page)).toEqual(["三明人"]);
});

test("offers quick filters, which people choose themselves", async ({ page, signIn }) => {
  await signIn();
  await page.goto(listOf("customers", { field: "source", op: "eq", value: SOURCE }));
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("button", { name: "Always offer Status" }).click({ force: true });
  await page.getByRole("heading", { name: "Customers", level: 1 }).click();
  await expect(page).toHaveURL(/quick=/);
  await page.getByRole("main").getByRole("button", { name: "Status", exact: true }).first().click();
  await page.getByRole("checkbox", { name: "Potential" }).check();
  await page.getByRole("button", { name: "Apply" }).click();

  await expect.poll(() => names(page)).toEqual(["三明林业"]);
});
