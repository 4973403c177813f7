import type { Page } from "@playwright/test";
import { expect, headOf, listOf, test } from "./support/test";

const names = (page: Page) => page.getByRole("rowheader").allInnerTexts();

test("creates a customer, opens it and edits it where it stands", async ({ page, signIn }) => {
  await signIn();
  await page.goto("/customers");
  await headOf(page).getByRole("button", { name: "New Customer" }).click();
  const form = page.getByRole("dialog", { name: "New Customer" });
  await form.getByRole("button", { name: /Save$/ }).click();
  await expect(form.getByText("Name is required")).toBeVisible();
  await form.getByLabel("Name", { exact: true }).fill("云栖包装有限公司");
  await form.getByLabel("Phone").fill("12");
  await form.getByRole("button", { name: /Save$/ }).click();
  await expect(form.getByText("Not a valid phone number")).toBeVisible();
  await form.getByLabel("Phone").fill("13911112222");
  await form.getByRole("button", { name: /Save$/ }).click();

  await expect(page).toHaveURL(/\/customers\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { name: "云栖包装有限公司", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Edit Phone" }).click();
  await page.getByLabel("Phone", { exact: true }).fill("13933334444");
  await page.getByRole("button", { name: /Save$/ }).click();
  await expect(page.getByText("139 3333 4444")).toBeVisible();

  await page.getByRole("tab", { name: "History" }).click();
  const history = page.getByRole("tabpanel");
  await expect(history.getByRole("deletion")).toHaveText(/139 ?1111 ?2222/);
  await expect(history).toContainText(/139 ?3333 ?4444/);
});

test("finds a customer by pinyin, in the palette and in the list", async ({
  page,
  signIn,
  admin,
}) => {
  const { id } = await admin.create("customers", { name: "青禾纺织有限公司", city: "苏州" });
  await admin.create("customers", { name: "金陵机床厂", city: "南京" });
  await signIn({ language: "zh-CN" });
  await page.goto("/customers");
  await expect(page.getByRole("link", { name: "金陵机床厂" })).toBeVisible();

  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox", { name: /搜索/ });
  for (const words of ["qinghe fangzhi", "qhfz", "青禾"]) {
    await box.fill(words);
    await expect(page.getByRole("option").first()).toContainText("青禾纺织");
  }
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/customers/${id}`);

  await page.goto("/customers");
  await page.getByRole("textbox", { name: "在列表中查找" }).fill("qinghe");
  await page.keyboard.press("Enter");
  await expect.poll(() => names(page)).toEqual(["青禾纺织有限公司"]);
});

test("narrows a list by chips, sorts it, and keeps both in the address", async ({
  page,
  signIn,
  admin,
}) => {
  const region = "四明山";
  const customers = [
    { name: "四明灯具", status: "existing", headCount: 80 },
    { name: "海曙印务", status: "existing", headCount: 300 },
    { name: "Ninghai Tools", status: "lost", headCount: 12 },
  ];
  for (const customer of customers) {
    await admin.create("customers", { ...customer, region });
  }
  await signIn();
  await page.goto(listOf("customers", { field: "region", op: "eq", value: region }));
  await expect.poll(() => names(page)).toHaveLength(3);

  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("textbox", { name: "Filter by which field?" }).fill("Status");
  await page.keyboard.press("Enter");
  await page.getByRole("checkbox", { name: "Existing" }).check();
  await page.getByRole("button", { name: "Apply" }).click();
  const chip = page.getByRole("button", { name: "Status is any of Existing", exact: true });
  await expect(chip).toBeVisible();
  await expect.poll(() => names(page)).toHaveLength(2);
  await expect(page.getByText("2 records")).toBeVisible();

  await page.getByRole("button", { name: /^Columns/ }).click();
  await page.getByRole("checkbox", { name: "Head count" }).click();
  await page.getByRole("heading", { name: "Customers", level: 1 }).click();
  const head = page.getByRole("columnheader", { name: "Head count" });
  await head.getByRole("button").first().click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect.poll(() => names(page)).toEqual(["四明灯具", "海曙印务"]);
  await head.getByRole("button").first().click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect.poll(() => names(page)).toEqual(["海曙印务", "四明灯具"]);

  await page.reload();
  await expect(chip).toBeVisible();
  await expect.poll(() => names(page)).toEqual(["海曙印务", "四明灯具"]);
  await page.getByRole("button", { name: "Remove filter: Status is any of Existing" }).click();
  await expect.poll(() => names(page)).toEqual(["海曙印务", "四明灯具", "Ninghai Tools"]);
});
