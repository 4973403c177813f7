import { foreignWords } from "./support/language";
import { runFigures, sell } from "./support/sales";
import { expect, test } from "./support/test";

const WIDTHS = [1440, 390];

let customer = "";
let role = "";

test.beforeAll(async ({ admin }, { workerIndex }) => {
  [customer = ""] = await sell(admin, `灯笼铺${workerIndex}`);
  await runFigures(admin);
  const roles = await admin.get<{ items: { id: string }[] }>("/api/roles?sort=code");
  role = roles.items[0]?.id ?? "";
});

/** Pictures of the main pages for people to look at; they are kept beside the journeys. */
for (const language of ["zh-CN", "en"] as const) {
  for (const theme of ["light", "dark"] as const) {
    test(`pictures, ${language}, ${theme}`, async ({ page, signIn }) => {
      test.slow();
      const other = language === "en" ? "zh-CN" : "en";
      await page.emulateMedia({ colorScheme: theme });
      const picture = async (name: string, path: string) => {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.locator(".ant-skeleton, [aria-busy=true]")).toHaveCount(0);
        expect.soft(await foreignWords(page, language), path).toEqual([]);
        expect(await foreignWords(page, other), path).not.toEqual([]);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: width > 600 ? 900 : 844 });
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expect(page.locator(".ant-skeleton, [aria-busy=true]")).toHaveCount(0);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
          await page.screenshot({ path: `screenshots/${name}-${width}-${theme}-${language}.png` });
        }
      };
      await page.addInitScript((kept) => localStorage.setItem("kezhi.language", kept), language);
      await picture("log-in", "/login");
      await signIn({ language, theme });
      await picture("list", "/customers");
      await picture("groups", "/customers?by=value.layer&measures=sum:value.revenue");
      await picture("board", "/customers?layout=board&by=status");
      await picture("record", `/customers/${customer}`);
      await picture("tasks", "/tasks");
      await picture("calendar", "/calendar");
      await picture("import", "/imports/new");
      await picture("value", "/insight");
      await picture("units", "/units");
      await picture("role", `/roles/${role}`);
      await picture("jobs", "/jobs");
      await picture("trash", "/trash");
      await picture("objects", "/customization");
      await picture("fields", "/customization/customer");
      await picture("layout", "/customization/customer/layout");
      await picture("notification-settings", "/notifications/settings");
      await picture("mail", "/mail");
    });
  }
}
