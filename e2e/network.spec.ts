import { expect, test } from "./support/test";

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
