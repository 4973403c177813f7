import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { runFigures, sell } from "./support/sales";
import { expect, headOf, test } from "./support/test";

const SERIOUS = ["critical", "serious"];

async function expectNoBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const barriers = violations
    .filter(({ impact }) => SERIOUS.includes(impact ?? ""))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join("\n  ")}`);
  expect(barriers).toEqual([]);
}

test.describe("without barriers", () => {
  let customer = "";

  test.beforeAll(async ({ admin }, { workerIndex }) => {
    [customer = ""] = await sell(admin, `无障碍${workerIndex}`);
    await runFigures(admin);
  });

  for (const theme of ["light", "dark"] as const) {
    test(`log-in, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.goto("/login");
      await expect(page.getByLabel("用户名")).toBeVisible();
      await expectNoBarriers(page);
    });

    test(`list, record, import, value, settings, ${theme}`, async ({ page, signIn }) => {
      await signIn({ theme });
      const places: [string, string][] = [
        ["/customers", "Customers"],
        ["/customers?by=status&measures=sum:headCount", "Customers"],
        ["/customers?layout=board&by=status&folded=lost&measures=sum:headCount", "Customers"],
        [`/customers/${customer}`, "1 号店"],
        ["/tasks", "My tasks"],
        ["/calendar", "Calendar"],
        ["/activities?layout=calendar", "Activities"],
        ["/working-hours", "Working hours"],
        ["/imports/new", "Import a file"],
        ["/insight", "Customer value"],
        ["/customization", "Objects and fields"],
        ["/customization/customer", "Customers"],
        ["/customization/customer/layout", "Layout: Customer"],
        ["/notifications/settings", "Notification settings"],
        ["/mail", "Mail"],
      ];
      for (const [path, heading] of places) {
        await test.step(path, async () => {
          await page.goto(path);
          await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
          await expect(page.locator(".ant-skeleton, [aria-busy=true]")).toHaveCount(0);
          await expectNoBarriers(page);
        });
      }
    });
  }
});

test("menus come up for people who want no motion", async ({ page, signIn }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await signIn();
  await page.goto("/customers");
  await headOf(page).getByRole("button", { name: "Standard", exact: true }).click();
  await expect(page.getByRole("menuitem", { name: "Save as new view" })).toBeInViewport();
});
