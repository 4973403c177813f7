import type { Page } from "@playwright/test";
import { expect, headOf, listOf, test } from "./support/test";

const SOURCE = "wide tables";
const LIST = `${listOf("customers", { field: "source", op: "eq", value: SOURCE })}&columns=name,city,headCount,kind`;

const header = (page: Page, name: string) => page.getByRole("columnheader", { name });
const placeOf = async (page: Page, name: string) =>
  (await header(page, name).boundingBox()) ?? { x: 0, width: 0 };
const widthOf = async (page: Page, name: string) => (await placeOf(page, name)).width;

async function dragEdge(page: Page, name: string, by: number) {
  const edge = await page.getByRole("separator", { name: `Width of ${name}` }).boundingBox();
  const [x, y] = [(edge?.x ?? 0) + 3, (edge?.y ?? 0) + 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by, y, { steps: 5 });
  await page.mouse.up();
}

async function choose(page: Page, column: string, action: string) {
  await page.getByRole("button", { name: `Menu of column ${column}` }).click();
  const item = page.getByRole("menuitem", { name: action });
  await expect(item).toHaveCount(1);
  await item.click();
}

test.beforeAll(async ({ admin }) => {
  for (const [name, city, headCount] of [
    ["永嘉皮革", "温州", 30],
    ["瑞安汽配", "温州", 90],
    ["嵊州领带", "绍兴", 30],
  ]) {
    await admin.create("customers", { name, city, headCount, source: SOURCE });
  }
});

test("resizes, moves, freezes and hides columns, and keeps them in a view", async ({
  page,
  signIn,
}) => {
  await signIn();
  await page.goto(LIST);
  await expect(page.getByRole("columnheader")).toHaveText(["Name", "City", "Head count", "Kind"]);

  await test.step("an edge is dragged", async () => {
    const before = await widthOf(page, "City");
    await dragEdge(page, "City", -90);
    await expect(page).toHaveURL(/widths=/);
    await expect.poll(() => widthOf(page, "City")).toBeCloseTo(before - 90, 0);
  });

  await test.step("the same by keys", async () => {
    const before = await widthOf(page, "City");
    await page.getByRole("separator", { name: "Width of City" }).press("ArrowRight");
    await expect.poll(() => widthOf(page, "City")).toBeCloseTo(before + 16, 0);
  });

  await test.step("a column is dragged before another, and moved back by keys", async () => {
    await header(page, "Kind").dragTo(header(page, "City"));
    await expect(page.getByRole("columnheader")).toHaveText(["Name", "Kind", "City", "Head count"]);
    await header(page, "Kind").getByRole("button").first().press("Control+ArrowRight");
    await expect(page.getByRole("columnheader")).toHaveText(["Name", "City", "Kind", "Head count"]);
  });

  await test.step("columns are frozen and hidden from their menu", async () => {
    await choose(page, "City", "Freeze up to here");
    await choose(page, "Kind", "Hide column");
    await expect(page.getByRole("columnheader")).toHaveText(["Name", "City", "Head count"]);
    await page.setViewportSize({ width: 900, height: 700 });
    const scrolled = () =>
      page.getByRole("table").evaluate(({ parentElement: scroller }) => {
        scroller?.scrollTo(60, 0);
        return scroller?.scrollLeft;
      });
    await dragEdge(page, "Name", 380);
    await expect.poll(scrolled).toBeGreaterThan(0);
    const [name, city] = [await placeOf(page, "Name"), await placeOf(page, "City")];
    expect(city.x).toBeCloseTo(name.x + name.width, 0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("a view has all of it", async () => {
    const width = await widthOf(page, "City");
    await headOf(page).getByRole("button", { name: "Save as view" }).click();
    const dialog = page.getByRole("dialog", { name: "Save as new view" });
    await dialog.getByLabel("Name").fill("宽表");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(page).toHaveURL(/\/customers\?view=[0-9a-f-]{36}$/);
    await page.reload();
    await expect(page.getByRole("columnheader")).toHaveText(["Name", "City", "Head count"]);
    expect(await widthOf(page, "City")).toBeCloseTo(width, 0);
    await page.getByRole("separator", { name: "Width of City" }).dblclick();
    await expect.poll(() => widthOf(page, "City")).not.toBeCloseTo(width, 0);
  });
});

test("sorts by several headers, in the order in which they were clicked", async ({
  page,
  signIn,
}) => {
  await signIn();
  await page.goto(LIST);
  await header(page, "Head count").getByRole("button").first().click();
  await expect(header(page, "Head count")).toHaveAttribute("aria-sort", "ascending");
  await header(page, "City")
    .getByRole("button")
    .first()
    .click({ modifiers: ["Shift"] });
  await expect(page).toHaveURL(/sort=headCount%2Ccity/);
  await choose(page, "Name", "Sort descending");
  await expect(page).toHaveURL(/sort=-name&|sort=-name$/);
  await expect(header(page, "Name")).toHaveAttribute("aria-sort", "descending");
});
