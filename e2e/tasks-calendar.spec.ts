import { expect, test } from "./support/test";

const DAY = 86_400_000;
const at = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const dayOf = (instant: string) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date(instant));

test("works through the tasks of the day, and sees them in the calendar", async ({
  page,
  signIn,
  admin,
}) => {
  const { items } = await admin.get<{ items: { id: string }[] }>(
    `/api/activities?limit=200&filter=${encodeURIComponent('{"field":"done","op":"eq","value":false}')}`,
  );
  for (const { id } of items) {
    await admin.remove("activities", id);
  }
  await admin.create("activities", { kind: "task", subject: "催款", dueAt: at(-2) });
  const offer = await admin.create("activities", {
    kind: "task",
    subject: "寄报价",
    dueAt: at(20),
  });
  await signIn({ language: "zh-CN" });
  await page.goto("/tasks");

  await test.step("tasks stand under when they are due", async () => {
    await expect(page.getByRole("region", { name: /已过期/ })).toContainText("催款");
    await expect(page.getByRole("region", { name: /以后/ })).toContainText("寄报价");
    await page.getByRole("textbox", { name: "添加待办，回车保存" }).fill("准备样品");
    await page.getByRole("textbox", { name: "添加待办，回车保存" }).press("Enter");
    await expect(page.getByRole("region", { name: /今天/ })).toContainText("准备样品");
  });

  await test.step("ticked off and put off by keys", async () => {
    await page.getByRole("listitem", { name: "催款" }).focus();
    await page.keyboard.press("p");
    await page.getByRole("menuitem", { name: "明天" }).click();
    await expect(page.getByRole("region", { name: /已过期/ })).toHaveCount(0);
    await page.getByRole("listitem", { name: "准备样品" }).focus();
    await page.keyboard.press("x");
    await expect(page.getByRole("listitem", { name: "准备样品" })).toHaveCount(0);
  });

  await test.step("the calendar shows them, and moves one to another day", async () => {
    await page.goto("/calendar");
    await page.getByText("日程", { exact: true }).click();
    const due = String((await admin.get(`/api/activities/${offer.id}`)).dueAt);
    if (dayOf(due).slice(0, 7) !== dayOf(at(0)).slice(0, 7)) {
      await page.getByRole("button", { name: "往后" }).click();
    }
    await expect(page.getByRole("link", { name: "寄报价" })).toBeVisible();
    await page.getByRole("link", { name: "寄报价" }).focus();
    await page.keyboard.press("Control+ArrowLeft");
    await expect
      .poll(async () => dayOf(String((await admin.get(`/api/activities/${offer.id}`)).dueAt)))
      .toBe(dayOf(new Date(Date.parse(due) - DAY).toISOString()));
  });

  await test.step("other programs read them under an address that can be revoked", async () => {
    await page.getByRole("button", { name: "订阅" }).click();
    await page.getByRole("button", { name: "创建地址" }).click();
    const code = page.getByRole("dialog").getByRole("code");
    const address = (await code.textContent()) ?? "";
    const file = await page.request.get(address.trim());
    expect(file.headers()["content-type"]).toContain("text/calendar");
    expect(await file.text()).toContain("SUMMARY:寄报价");
    await page.getByRole("button", { name: /^停\s?用$/ }).click();
    await expect.poll(async () => (await page.request.get(address.trim())).status()).toBe(404);
  });
});

test("shows any list with a date as a calendar", async ({ page, signIn, admin }) => {
  const customer = await admin.create("customers", { name: "梅家坞茶庄" });
  const order = await admin.create("orders", {
    customer: customer.id,
    orderedAt: at(0),
    currency: "CNY",
  });
  await signIn();
  await page.goto("/orders?layout=calendar");
  await expect(page.getByRole("link", { name: String(order.code) })).toBeVisible();
});
