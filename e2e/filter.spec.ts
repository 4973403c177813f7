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
  await page.getByRole("button", { name: "Always offer Status" }).press("Enter");
  await page.getByRole("heading", { name: "Customers", level: 1 }).click();
  await expect(page).toHaveURL(/quick=/);
  await page.getByRole("main").getByRole("button", { name: "Status", exact: true }).first().click();
  await page.getByRole("checkbox", { name: "Potential" }).check();
  await page.getByRole("button", { name: "Apply" }).click();

  await expect.poll(() => names(page)).toEqual(["三明林业"]);
});

test("tells days from today, keeps that in a view, and knows my team", async ({
  page,
  signIn,
  admin,
}) => {
  const { id } = await admin.create("customers", { name: "南平竹业", source: SOURCE });
  const today = Date.now();
  const days = [
    ["今天生日", 0],
    ["一百天前生日", -100],
  ] as const;
  for (const [name, days_] of days) {
    const birthday = new Date(today + days_ * 86_400_000).toISOString().slice(0, 10);
    await admin.create("contacts", { name, birthday, jobTitle: SOURCE, customer: { id } });
  }
  await signIn({ language: "zh-CN" });
  await page.goto(listOf("contacts", { field: "jobTitle", op: "eq", value: SOURCE }));
  await expect.poll(() => names(page)).toHaveLength(2);
  await page.getByRole("button", { name: "筛选", exact: true }).click();
  await page.getByRole("textbox", { name: "按哪个字段筛选？" }).fill("生日");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "哪一天" }).click();
  await page.getByTitle("最近若干天", { exact: true }).click();
  await page.getByRole("spinbutton", { name: "天数" }).fill("60");
  await page.screenshot({ path: "screenshots/filter-days-1440-light-zh.png" });
  await page.getByRole("button", { name: "确定" }).click();
  await expect(chip(page, "生日 最近 60 天")).toBeVisible();
  await expect.poll(() => names(page)).toEqual(["今天生日"]);

  await chip(page, "生日 最近 60 天").click();
  await page.getByRole("combobox", { name: "比较方式" }).click();
  await page.getByTitle("早于", { exact: true }).click();
  await page.getByRole("button", { name: "确定" }).click();
  await expect.poll(() => names(page)).toEqual(["一百天前生日"]);
  await expect(page).toHaveURL(/last60days/);
  await page.reload();
  await expect(chip(page, "生日 早于 最近 60 天")).toBeVisible();

  const team = { field: "owner", op: "in", value: ["@team"] };
  const bamboo = { field: "name", op: "eq", value: "南平竹业" };
  await page.goto(listOf("customers", { and: [bamboo, team] }));
  await expect(chip(page, "负责人 属于 我的团队")).toBeVisible();
  await expect.poll(() => names(page)).toEqual(["南平竹业"]);
});
