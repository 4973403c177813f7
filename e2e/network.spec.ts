import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

async function open(page: Page, part: string) {
  await page.getByRole("tab", { name: "关系网" }).click();
  await page.getByRole("tabpanel", { name: "关系网" }).getByText(part, { exact: true }).click();
}

test("draws who decides, who reports to whom, and what belongs together", async ({
  page,
  signIn,
  admin,
}) => {
  const head = await admin.create("customers", { name: "澜江控股" });
  const mill = await admin.create("customers", { name: "澜江纺织", parent: head.id });
  await admin.create("customers", { name: "澜江印染", parent: mill.id });
  const dye = await admin.create("customers", { name: "青禾染料" });
  await admin.create("contacts", { name: "沈总", jobTitle: "总经理", customer: mill.id });
  await admin.create("contacts", { name: "顾工", jobTitle: "设备主管", customer: mill.id });
  await admin.create("party-relations", {
    kind: "referrer",
    fromCustomer: dye.id,
    toCustomer: mill.id,
  });
  await signIn({ language: "zh-CN" });
  await page.goto(`/customers/${mill.id}`);

  await open(page, "决策圈");
  await expect(page.getByText("还不知道谁是决策者。")).toBeVisible();
  await page.getByRole("button", { name: "评估 沈总" }).first().click();
  await page.getByRole("combobox", { name: "采购角色" }).click();
  await page.getByTitle("决策者").click();
  await page.getByRole("dialog").getByText("采购角色", { exact: true }).click();
  await page.getByRole("combobox", { name: "态度" }).click();
  await page.getByTitle("支持者").click();
  await page.getByRole("combobox", { name: "影响力" }).click();
  await page.getByTitle("高", { exact: true }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /保\s*存/ })
    .click();
  await expect(page.getByText("还不知道谁是决策者。")).toBeHidden();
  const map = page.getByRole("table", { name: "影响力与态度" });
  await expect(map.getByRole("button", { name: "评估 沈总" })).toBeVisible();
  const engineer = page.getByRole("button", { name: "评估 顾工" }).first();
  await engineer.dragTo(map.getByRole("row", { name: "低" }).getByRole("cell").nth(1));
  await expect(map.getByRole("button", { name: "评估 顾工" })).toBeVisible();

  await open(page, "组织架构");
  await page.getByRole("button", { name: "更改 顾工 的上级" }).click();
  await page.getByRole("menuitem", { name: "更改上级…" }).click();
  await page.getByRole("combobox", { name: "顾工 向谁汇报？" }).fill("沈总");
  await page.getByTitle("沈总").click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /保\s*存/ })
    .click();
  const chart = page.getByRole("list", { name: "组织架构" });
  await expect(chart.getByRole("list").getByText("顾工")).toBeVisible();
  await page.getByText("顾工 现在向 沈总 汇报。").getByRole("button").click();
  await expect(chart.getByRole("list")).toHaveCount(0);

  await open(page, "集团");
  const group = page.getByRole("table").filter({ hasText: "澜江控股" });
  await expect(group.getByRole("row", { name: /澜江纺织/ })).toContainText("当前");
  await expect(group.getByRole("row", { name: /澜江印染/ })).toBeVisible();

  await open(page, "关联关系");
  await expect(page.getByText("推荐了", { exact: true })).toBeVisible();
  await expect(page.getByText(/推荐了 1 家客户/)).toBeVisible();
  await page.getByRole("link", { name: "青禾染料" }).first().click();
  await open(page, "关联关系");
  await expect(page.getByText("推荐人", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "澜江纺织" })).toBeVisible();
});

test("says in English who is against us", async ({ page, signIn, admin }) => {
  const mill = await admin.create("customers", { name: "Harbour Mill" });
  for (const [name, stance] of [
    ["Ann", "opponent"],
    ["Ben", "neutral"],
  ]) {
    await admin.create("contacts", {
      name,
      stance,
      influence: "high",
      buyingRole: ["influencer"],
      customer: mill.id,
    });
  }
  await signIn({ language: "en" });
  await page.goto(`/customers/${mill.id}`);

  await page.getByRole("tab", { name: "Network" }).click();

  await expect(page.getByText("No decider is known.")).toBeVisible();
  await expect(page.getByText("The strongest is against us: Ann.")).toBeVisible();
  await expect(page.getByRole("table", { name: "Influence and stance" })).toContainText("Ann");
});
