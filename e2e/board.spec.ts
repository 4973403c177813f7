import type { Page } from "@playwright/test";
import { expect, listOf, test } from "./support/test";

const SOURCE = "on a board";
const FILTER = { field: "source", op: "eq", value: SOURCE };
const LIST = `${listOf("customers", FILTER)}&columns=name,headCount,owner&sort=name`;
const BOARD = `${LIST}&layout=board&by=status`;

const lane = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const cards = (page: Page, name: string) =>
  lane(page, name).getByRole("article").getByRole("link").allInnerTexts();
const card = (page: Page, name: string) => page.getByRole("article").filter({ hasText: name });
const sumOf = (page: Page, name: string) =>
  lane(page, name).getByRole("button", { name: "Sum of Head count" });
const menu = (page: Page, name: string) => page.getByRole("button", { name: `Menu of ${name}` });

test.beforeEach(async ({ admin }) => {
  const filter = encodeURIComponent(JSON.stringify(FILTER));
  const { items } = await admin.get<{ items: { id: string }[] }>(
    `/api/customers?limit=200&filter=${filter}`,
  );
  for (const { id } of items) {
    await admin.change("customers", id, { source: null });
  }
  const customers = [
    ["石狮服装", "potential", 40],
    ["晋江鞋业", "potential", 60],
    ["安溪茶社", "existing", 10],
  ];
  for (const [name, status, headCount] of customers) {
    await admin.create("customers", { name, status, headCount, source: SOURCE });
  }
});

test("shows a list as a board, and moves cards by mouse, keys and menu", async ({
  page,
  signIn,
  admin,
}) => {
  await signIn();
  await page.goto(LIST);
  await expect(page.getByRole("rowheader")).toHaveCount(3);
  await expect(page.getByText("3 records")).toBeVisible();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.getByRole("img", { name: "Board" }).click();
  await expect.poll(() => cards(page, "Potential")).toEqual(["晋江鞋业", "石狮服装"]);
  await expect.poll(() => cards(page, "Existing")).toEqual(["安溪茶社"]);
  expect(asked.filter((path) => path.startsWith("/api/customers"))).toEqual([
    "/api/customers/lanes",
  ]);

  await test.step("the headers tell a sum when one is chosen", async () => {
    await page.getByRole("button", { name: "Choose a number" }).first().click();
    await page.getByRole("menuitem", { name: "Sum of Head count" }).click();
    await expect(sumOf(page, "Potential")).toContainText("100");
  });

  await test.step("by mouse", async () => {
    await card(page, "石狮服装").dragTo(lane(page, "Existing"));
    await expect.poll(() => cards(page, "Existing")).toContain("石狮服装");
    await expect(sumOf(page, "Existing")).toContainText("50");
  });

  await test.step("by keys, and the focus goes along", async () => {
    const focused = card(page, "晋江鞋业").getByRole("link");
    await focused.focus();
    await focused.press("Control+ArrowRight");
    await expect.poll(() => cards(page, "Existing")).toContain("晋江鞋业");
    await expect(card(page, "晋江鞋业").getByRole("link")).toBeFocused();
    await expect(page.getByRole("status")).toHaveText("晋江鞋业 moved to Existing");
  });

  await test.step("by the menu of the card", async () => {
    await page.getByRole("button", { name: "Actions on 安溪茶社" }).click();
    await page.getByRole("menuitem", { name: "Lost" }).click();
    await expect.poll(() => cards(page, "Lost")).toEqual(["安溪茶社"]);
    await expect(card(page, "安溪茶社")).toHaveAttribute("aria-busy", "false");
  });

  await page.reload();
  await expect.poll(() => cards(page, "Existing")).toEqual(["晋江鞋业", "石狮服装"]);
  const filter = encodeURIComponent(JSON.stringify(FILTER));
  const { items } = await admin.get<{ items: { status: string }[] }>(
    `/api/customers?filter=${filter}&columns=status&sort=name`,
  );
  expect(items.map(({ status }) => status).toSorted()).toEqual(["existing", "existing", "lost"]);
});

test("puts a card back, with the reason, when the server refuses", async ({
  page,
  signIn,
  admin,
}) => {
  await signIn();
  await page.goto(BOARD);
  await expect.poll(() => cards(page, "Potential")).toHaveLength(2);
  const filter = encodeURIComponent(JSON.stringify(FILTER));
  const { items } = await admin.get<{ items: { id: string; name: string }[] }>(
    `/api/customers?filter=${filter}`,
  );
  const other = items.find(({ name }) => name === "石狮服装")?.id ?? "";
  await admin.change("customers", other, { headCount: 41 });

  await card(page, "石狮服装").dragTo(lane(page, "Lost"));

  await expect(page.getByRole("alert")).toContainText(/changed/i);
  await expect.poll(() => cards(page, "Potential")).toContain("石狮服装");
  await expect.poll(() => cards(page, "Lost")).toEqual([]);
});

test("folds and hides columns, loads more, and fits a phone", async ({ page, signIn, admin }) => {
  for (let index = 0; index < 22; index++) {
    const name = `永春芦柑 ${String(index).padStart(2, "0")}`;
    await admin.create("customers", { name, status: "existing", source: SOURCE });
  }
  await signIn();
  await page.goto(BOARD);
  await expect.poll(() => cards(page, "Existing")).toHaveLength(20);
  await page.getByRole("button", { name: "Load more of Existing" }).click();
  await expect.poll(() => cards(page, "Existing")).toHaveLength(23);

  await menu(page, "Lost").click();
  await page.getByRole("menuitem", { name: "Fold column" }).click();
  await expect(page.getByRole("button", { name: "Unfold Lost 0" })).toBeVisible();
  await menu(page, "Non-customer").click();
  await page.getByRole("menuitem", { name: "Hide column" }).click();
  await expect(page.getByRole("button", { name: "Show 1 hidden column" })).toBeVisible();
  await expect(page).toHaveURL(/folded=lost&hidden=nonCustomer/);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "Actions on 晋江鞋业" }).click();
  await page.getByRole("menuitem", { name: "Existing" }).click();
  await expect.poll(() => cards(page, "Potential")).toEqual(["石狮服装"]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("keeps cards where they are put in a column: by mouse, keys, menu and finger", async ({
  page,
  signIn,
}) => {
  await signIn({ language: "zh-CN" });
  const own = `${listOf("customers", FILTER)}&columns=name,headCount&layout=board&by=status&measures=sum:headCount`;
  await page.goto(own);
  const sum = (lane_: string) => lane(page, lane_).getByRole("button", { name: "人数合计" });
  await expect.poll(() => cards(page, "潜在")).toEqual(["晋江鞋业", "石狮服装"]);
  await expect(sum("潜在")).toContainText("100");

  await test.step("by mouse, above another card", async () => {
    await card(page, "石狮服装").dragTo(card(page, "晋江鞋业"), {
      targetPosition: { x: 40, y: 4 },
    });
    await expect.poll(() => cards(page, "潜在")).toEqual(["石狮服装", "晋江鞋业"]);
    await expect(card(page, "石狮服装")).toHaveAttribute("aria-busy", "false");
    await page.reload();
    await expect.poll(() => cards(page, "潜在")).toEqual(["石狮服装", "晋江鞋业"]);
  });

  await test.step("by keys and by the menu", async () => {
    await card(page, "石狮服装").getByRole("link").press("Control+ArrowDown");
    await expect.poll(() => cards(page, "潜在")).toEqual(["晋江鞋业", "石狮服装"]);
    await expect(card(page, "石狮服装").getByRole("link")).toBeFocused();
    await expect(card(page, "石狮服装")).toHaveAttribute("aria-busy", "false");
    await page.getByRole("button", { name: "对石狮服装的操作" }).click();
    await page.getByRole("menuitem", { name: "移到顶部" }).click();
    await expect.poll(() => cards(page, "潜在")).toEqual(["石狮服装", "晋江鞋业"]);
    await expect(sum("潜在")).toContainText("100");
    await expect(card(page, "石狮服装")).toHaveAttribute("aria-busy", "false");
  });

  await test.step("on a phone: columns one by one, and a long press takes a card up", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(own);
    await expect.poll(() => cards(page, "潜在")).toEqual(["石狮服装", "晋江鞋业"]);
    const touch = await page.context().newCDPSession(page);
    const at = async (name: string, down: number) => {
      const box = await card(page, name).boundingBox();
      return { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + down };
    };
    const send = (
      type: "touchStart" | "touchMove" | "touchEnd",
      points: { x: number; y: number }[],
    ) => touch.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    await card(page, "石狮服装").scrollIntoViewIfNeeded();
    await send("touchStart", [await at("石狮服装", 12)]);
    await expect(page.locator("body > li")).toBeVisible();
    const below = await at("晋江鞋业", 60);
    await send("touchMove", [below]);
    await send("touchMove", [{ ...below, y: below.y + 4 }]);
    await send("touchEnd", []);
    await expect.poll(() => cards(page, "潜在")).toEqual(["晋江鞋业", "石狮服装"]);
    await expect(page.locator("body > li")).toHaveCount(0);
    await page.getByRole("combobox", { name: "列" }).click();
    await page.getByTitle(/^现有/).click();
    await expect(card(page, "安溪茶社")).toBeInViewport();
    await page.screenshot({ path: "screenshots/board-390-light-zh.png" });
  });
});
