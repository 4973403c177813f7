import { expect, test } from "./support/test";

test("tells everything that happened with a customer in one history", async ({
  page,
  signIn,
  admin,
}) => {
  const customer = await admin.create("customers", { name: "龙井茶业有限公司" });
  const { id } = customer;
  await admin.create("contacts", { name: "沈岚", customer: id });
  await admin.create("activities", {
    kind: "visit",
    subject: "上门拜访",
    customer: id,
    happenedAt: "2026-03-02T02:00:00Z",
  });
  await admin.change("customers", id, { city: "杭州" });
  await signIn({ language: "zh-CN" });
  await page.goto(`/customers/${id}`);
  const timeline = page.getByRole("tabpanel");

  await test.step("a call is written down, and the next step is planned", async () => {
    await page.getByRole("textbox", { name: "写一条跟进…" }).fill("谈了明年的订单");
    await page.getByRole("radiogroup", { name: "记录什么" }).getByText("电话").click();
    await page.getByRole("spinbutton", { name: "时长（分钟）" }).fill("12");
    await page.getByRole("button", { name: "安排下次跟进" }).click();
    await page.getByRole("textbox", { name: "下次跟进内容" }).fill("寄样品");
    await page.getByRole("button", { name: /^保\s?存$/ }).click();
    const upcoming = page.getByRole("region", { name: "接下来" });
    await expect(upcoming).toContainText("寄样品");
    await expect(page.getByRole("region", { name: "今天" })).toContainText("谈了明年的订单");
    const told = await admin.get<Record<string, unknown>>(`/api/customers/${id}`);
    expect(told.nextStep).toBe("寄样品");
    expect(told.daysSinceContact).toBe(0);
  });

  await test.step("changes are there, from old to new", async () => {
    await page.getByRole("button", { name: "城市", exact: true }).click();
    await expect(page.getByRole("insertion")).toHaveText("杭州");
  });

  await test.step("filters and search leave what is asked for", async () => {
    await page.getByRole("searchbox", { name: "在时间线中查找" }).fill("拜访");
    await page.getByRole("searchbox", { name: "在时间线中查找" }).press("Enter");
    await expect(timeline.getByRole("link", { name: "谈了明年的订单" })).toHaveCount(0);
    await expect(timeline.getByRole("link", { name: "上门拜访" })).toBeVisible();
    await page.getByRole("button", { name: "显示全部" }).click();
    await expect(timeline.getByRole("link", { name: "谈了明年的订单" })).toBeVisible();
  });

  await test.step("an entry is pinned and commented on", async () => {
    const visit = timeline.getByRole("listitem").filter({ hasText: "上门拜访" });
    await visit.getByRole("button", { name: "置顶" }).click();
    await expect(page.getByRole("region", { name: "置顶" })).toContainText("上门拜访");
    const pinned = page.getByRole("region", { name: "置顶" }).getByRole("listitem");
    await pinned.getByRole("button", { name: "评论" }).click();
    await pinned.getByRole("textbox", { name: "写评论…" }).fill("做得好");
    await pinned.getByRole("button", { name: /^发\s?送$/ }).click();
    const said = pinned.getByRole("list", { name: "评论" });
    await expect(said).toContainText("做得好");
    await said.getByRole("button", { name: "修改" }).click();
    await said.getByRole("textbox", { name: "修改" }).fill("做得很好");
    await said.getByRole("button", { name: /^保\s?存$/ }).click();
    await expect(said).toContainText("已修改");
    await expect(said).toContainText("做得很好");
  });

  await test.step("what is planned is ticked off", async () => {
    await page.getByRole("checkbox", { name: "完成：寄样品" }).click();
    await expect(page.getByRole("region", { name: "接下来" })).toHaveCount(0);
    await expect(page.getByRole("region", { name: "今天" })).toContainText("寄样品");
  });
});
