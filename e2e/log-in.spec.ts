import { administrator, expect, test } from "./support/test";

test("logs in after a wrong password, in either language, and out again", async ({
  page,
  admin,
}) => {
  await admin.put("/api/session/preferences", { language: "zh-CN", theme: "light" });
  await page.goto("/customers");
  await expect(page).toHaveURL(/\/login\?next=%2Fcustomers/);
  await page.getByLabel("用户名").fill(administrator.userName);
  await page.getByLabel("密码", { exact: true }).fill("不是这个密码");
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("alert")).toContainText("用户名或密码");

  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("button", { name: "Log in" })).toBeVisible();
  await page.getByRole("button", { name: "简体中文" }).click();

  await page.getByLabel("密码", { exact: true }).fill(administrator.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "客户", level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/customers$/);

  await page.getByRole("button", { name: /账户菜单/ }).click();
  await page.getByRole("menuitem", { name: "退出登录" }).click();
  await expect(page).toHaveURL(/\/login/);
  await page.goto("/customers");
  await expect(page.getByLabel("用户名")).toBeVisible();
});

test("keeps language and theme with the person", async ({ page, signIn, browser, baseURL }) => {
  await signIn({ language: "zh-CN", theme: "light" });
  await page.goto("/customers");
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();

  await page.getByRole("button", { name: /账户菜单/ }).click();
  await page.getByRole("menuitem", { name: "深色" }).click();
  await expect.poll(background).not.toBe(light);
  await page.getByRole("button", { name: /账户菜单/ }).click();
  const saved = page.waitForResponse("**/api/session/preferences");
  await page.getByRole("menuitem", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Customers", level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await saved;

  const state = await page.context().storageState();
  const elsewhere = await browser.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    storageState: { cookies: state.cookies, origins: [] },
  });
  const other = await elsewhere.newPage();
  await other.goto("/customers");
  await expect(other.getByRole("heading", { name: "Customers", level: 1 })).toBeVisible();
  expect(await other.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(
    light,
  );
  await elsewhere.close();
});
