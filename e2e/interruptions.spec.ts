import type { Page } from "@playwright/test";
import { administrator, expect, headOf, listOf, test } from "./support/test";

async function logInByForm(page: Page): Promise<void> {
  await page.getByLabel("User name").fill(administrator.userName);
  await page.getByLabel("Password", { exact: true }).fill(administrator.password);
  await page.keyboard.press("Enter");
}

test("keeps what was typed through a reload and a lost session", async ({ page, signIn }) => {
  await page.addInitScript(() => localStorage.setItem("kezhi.language", "en"));
  await signIn();
  await page.goto("/customers");
  await headOf(page).getByRole("button", { name: "New Customer" }).click();
  const form = page.getByRole("dialog", { name: "New Customer" });
  await form.getByLabel("Name", { exact: true }).fill("半山书屋");
  await page.reload();
  await expect(form.getByLabel("Name", { exact: true })).toHaveValue("半山书屋");
  await form.getByLabel("City").fill("绍兴");

  await page.context().clearCookies();
  await form.getByRole("button", { name: /Save$/ }).click();
  await expect(page).toHaveURL(/\/login/);
  await logInByForm(page);
  await expect(form.getByLabel("City")).toHaveValue("绍兴");
  await form.getByRole("button", { name: /Save$/ }).click();
  await expect(page.getByRole("heading", { name: "半山书屋", level: 1 })).toBeVisible();

  await page.goto("/customers");
  await expect(headOf(page).getByRole("button", { name: "New Customer" })).toBeVisible();
  await expect(form).toHaveCount(0);
});

test("does not overwrite what was saved since a draft was begun", async ({
  page,
  signIn,
  admin,
}) => {
  const { id } = await admin.create("customers", { name: "稽山茶行", city: "绍兴" });
  await signIn();
  await page.goto(`/customers/${id}`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const form = page.getByRole("dialog", { name: "Edit Customer" });
  await form.getByLabel("City").fill("嵊州");
  await admin.change("customers", id, { city: "诸暨" });
  await page.reload();
  await expect(form.getByLabel("City")).toHaveValue("嵊州");
  await form.getByRole("button", { name: /Save$/ }).click();
  const conflict = page.getByRole("dialog", { name: "Somebody saved this record first" });
  await expect(conflict.getByRole("radio", { name: /Now saved.*诸暨/ })).toBeVisible();
  expect(await admin.get(`/api/customers/${id}`)).toMatchObject({ city: "诸暨" });
});

test("says that the server is away, and goes on when it is back", async ({ page, signIn }) => {
  await signIn();
  await page.goto("/customers");
  await expect(page.getByRole("heading", { name: "Customers", level: 1 })).toBeVisible();
  await page.route("**/api/products**", (route) => route.abort("connectionrefused"));
  await page.getByRole("link", { name: "Products" }).click();
  await expect(page.getByText("The server cannot be reached")).toBeVisible();
  await page.unroute("**/api/products**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("The server cannot be reached")).toHaveCount(0);
  await page.goto("/nothing/here/at/all");
  await expect(page.getByRole("heading", { name: "This page was not found" })).toBeVisible();
});

test("finds the place in a long list again", async ({ page, signIn, admin }) => {
  const region = "天姥山";
  for (let number = 100; number < 190; number++) {
    await admin.create("customers", { name: `Tianmu ${number}`, region });
  }
  await signIn();
  await page.goto(`${listOf("customers", { field: "region", op: "eq", value: region })}&sort=name`);
  await page.getByRole("link", { name: "Tianmu 100" }).hover();
  const late = page.getByRole("link", { name: "Tianmu 175" });
  await expect(async () => {
    await page.mouse.wheel(0, 1200);
    await expect(late).toBeInViewport({ timeout: 500 });
  }).toPass();
  await late.click();
  await expect(page.getByRole("heading", { name: "Tianmu 175", level: 1 })).toBeVisible();
  await page.goBack();
  await expect(late).toBeInViewport();
});
