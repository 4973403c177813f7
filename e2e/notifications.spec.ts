import { type Api, PASSWORD } from "./support/api";
import { expect, test } from "./support/test";

test.describe.configure({ mode: "serial" });

test("tells a follower at once what others change", async ({ page, signIn, admin }) => {
  const unit = (await admin.create("units", { code: "tea", name: "茶事业部" })).id;
  const person = await newPerson(admin, "fanglin", "林芳", unit);
  const { id } = await admin.create("customers", { name: "龙井茶社", unit });
  await signIn({ language: "zh-CN" }, person);
  await page.goto(`/customers?q=${encodeURIComponent("龙井茶社")}`);
  const row = page.getByRole("row", { name: /龙井茶社/ });
  await row.hover();
  await row.getByRole("button", { name: "关注“龙井茶社”" }).click();
  await expect(row.getByRole("button", { name: "关注“龙井茶社”", pressed: true })).toBeVisible();
  await page.getByRole("button", { name: "我关注的" }).click();
  await expect(page.getByText("1 条")).toBeVisible();

  await admin.change("customers", id, { city: "杭州", phone: "0571-88886666" });
  await page.getByRole("button", { name: "通知，1 条未读" }).click();
  const panel = page.getByRole("dialog", { name: "通知" });
  await expect(panel.getByText(/Administrator 修改了 .*城市/)).toBeVisible();
  await panel.getByRole("link", { name: /Administrator 修改了/ }).click();
  await expect(page.getByRole("heading", { name: "龙井茶社", level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: "通知，0 条未读" })).toBeVisible();

  await admin.change("customers", id, { owner: await idOf(admin, person.userName) });
  await page.getByRole("button", { name: "通知，1 条未读" }).click();
  await panel.getByRole("tab", { name: "与我有关" }).click();
  await expect(panel.getByText("Administrator 让您成为负责人")).toBeVisible();
  await panel.getByRole("button", { name: "全部标为已读" }).click();
  await expect(page.getByRole("button", { name: "通知，0 条未读" })).toBeVisible();
});

test("tells no more of muted records, and by the ways chosen", async ({ page, signIn, admin }) => {
  const person = await newPerson(admin, "mwong", "Mei Wong");
  const owner = await idOf(admin, person.userName);
  const { id } = await admin.create("customers", { name: "Lantern Works", owner });
  await admin.change("customers", id, { city: "Suzhou" });
  await signIn({ language: "en" }, person);
  await page.goto("/customers");
  await page.getByRole("button", { name: "Notifications, 2 unread" }).click();
  const panel = page.getByRole("dialog", { name: "Notifications" });
  await panel.getByRole("button", { name: "No more changes of Lantern Works" }).click();
  await expect(
    panel.getByRole("button", { name: "Tell me of changes of Lantern Works again" }),
  ).toBeVisible();
  await panel.getByRole("link", { name: "Notification settings" }).click();
  await expect(page.getByRole("main").getByRole("link", { name: "Lantern Works" })).toBeVisible();
  const way = page.getByRole("checkbox", {
    name: "A record is given to me: In the bell",
  });
  await way.uncheck();
  await expect(way).not.toBeChecked();

  await admin.change("customers", id, { city: "Nanjing" });
  await admin.create("customers", { name: "Silk Road", owner });
  await page.reload();
  await expect(page.getByRole("button", { name: "Notifications, 2 unread" })).toBeVisible();
  await expect(way).not.toBeChecked();
});

async function newPerson(admin: Api, userName: string, displayName: string, unit?: string) {
  const roles = await admin.get<{ items: { id: string; code: string }[] }>(
    "/api/roles?columns=code",
  );
  const manager = roles.items.find(({ code }) => code === "manager");
  await admin.addUser({ userName, displayName, unit }, manager === undefined ? [] : [manager.id]);
  return { userName, password: PASSWORD };
}

async function idOf(admin: Api, userName: string): Promise<string> {
  const users = await admin.get<{ items: { id: string }[] }>(`/api/users?q=${userName}`);
  return users.items[0]?.id ?? "";
}
