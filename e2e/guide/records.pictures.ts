import type { Page } from "@playwright/test";
import { COMPANY } from "./company";
import { draw } from "./draw";
import { test } from "./studio";
import { LANGUAGE, said, say } from "./words";

const CITY = LANGUAGE === "en" ? "City" : "城市";

async function openTab(page: Page, name: RegExp): Promise<void> {
  await page.getByRole("tab", { name }).click();
}

test("record", async ({ stage, studio }) => {
  await stage.goto(`/customers/${studio.hero}`);
  await stage
    .getByText(COMPANY.comment.slice(0, 4))
    .or(stage.getByText(COMPANY.contacts[0]?.name ?? "").first())
    .first()
    .waitFor();
  await draw(stage, "record");
  await stage.setViewportSize({ width: 390, height: 844 });
  await draw(stage, "phone-record");
});

test("composer", async ({ stage, studio }) => {
  await stage.goto(`/customers/${studio.hero}`);
  const box = stage.getByRole("textbox", { name: say("activity.composer.hint") });
  await box.fill(COMPANY.call);
  await stage
    .getByRole("radiogroup", { name: say("activity.composer.kind") })
    .getByText(LANGUAGE === "en" ? "Call" : "电话", { exact: true })
    .click();
  await stage.getByRole("button", { name: say("activity.next.plan") }).click();
  await stage
    .getByRole("textbox", { name: say("activity.next.what"), exact: true })
    .fill(COMPANY.next);
  await box.scrollIntoViewIfNeeded();
  await stage.evaluate(() =>
    document.querySelector("[data-composer]")?.scrollIntoView({ block: "start" }),
  );
  await draw(stage, "composer");
  await box.fill("");
});

test("tasks", async ({ stage }) => {
  await stage.goto("/tasks");
  await stage.getByText(COMPANY.tasks[0]?.subject ?? "").waitFor();
  await draw(stage, "tasks");
});

test("bell", async ({ stage, studio }) => {
  await stage.goto(`/customers/${studio.hero}`);
  await stage
    .getByRole("banner")
    .getByRole("button", { name: new RegExp(LANGUAGE === "en" ? "^Notifications" : "^通知") })
    .click();
  await stage.getByRole("dialog").waitFor();
  await draw(stage, "bell");
});

test("notification settings", async ({ stage }) => {
  await stage.goto("/notifications/settings");
  await draw(stage, "notification-settings");
});

test("files", async ({ stage, studio, browser }) => {
  const { items } = await studio.admin.get<{ items: unknown[] }>(
    `/api/customers/${studio.hero}/files`,
  );
  const { contract, letter, list } = COMPANY.files;
  await stage.goto(`/customers/${studio.hero}`);
  if (items.length === 0) {
    const paper = await browser.newPage();
    const [title, ...lines] = COMPANY.letter;
    await paper.setViewportSize({ width: 620, height: 400 });
    await paper.setContent(
      `<body style="font:18px serif;margin:40px 60px;line-height:2.2"><h1>${title}</h1>${lines.map((line) => `<div>${line}</div>`).join("")}`,
    );
    const scan = await paper.screenshot();
    const pdf = await paper.pdf();
    await paper.close();
    await openTab(stage, said("file.title"));
    const all = [
      { name: contract, mimeType: "application/pdf", buffer: pdf },
      { name: letter, mimeType: "image/png", buffer: scan },
      { name: list, mimeType: "text/csv", buffer: Buffer.from("A,1\n") },
    ];
    await stage.locator("input[type=file]").first().setInputFiles(all);
    await stage.getByRole("tab", { name: say("file.tab", { count: 3 }) }).waitFor();
    const again = {
      name: contract,
      mimeType: "application/pdf",
      buffer: Buffer.concat([pdf, Buffer.from("\n")]),
    };
    await stage.locator("input[type=file]").first().setInputFiles([again]);
  }
  await openTab(stage, new RegExp(`^${say("file.title")}`));
  await stage.getByRole("button", { name: say("file.versions", { count: 2 }) }).waitFor();
  await draw(stage, "files");
});

test("search", async ({ stage }) => {
  await stage.goto("/customers?sort=-value.revenue");
  await stage.getByRole("heading", { level: 1 }).waitFor();
  await stage.keyboard.press("Control+k");
  await stage.getByRole("combobox", { name: say("search.hint") }).fill(COMPANY.search);
  await stage.getByRole("option").filter({ hasText: COMPANY.twin.name }).first().waitFor();
  await draw(stage, "palette");
});

test("conflict", async ({ stage, studio }) => {
  const { id } = await studio.admin.create("customers", { name: COMPANY.prospects[4], city: "A" });
  await stage.goto(`/customers/${id}`);
  await stage.getByRole("button", { name: said("reading.edit") }).click();
  const form = stage.getByRole("dialog");
  await form.getByLabel(CITY, { exact: true }).fill(COMPANY.customers[0]?.[1] ?? "");
  await studio.admin.change("customers", id, { city: COMPANY.customers[1]?.[1] });
  await form.getByRole("button", { name: said("shared.save") }).click();
  await stage.getByRole("dialog", { name: say("writing.conflict.title") }).waitFor();
  await draw(stage, "conflict");
  await studio.admin.remove("customers", id);
});

test("live duplicates", async ({ stage }) => {
  await stage.goto("/customers?sort=-value.revenue");
  await stage
    .locator("main header")
    .getByRole("button", {
      name: say("reading.new", { object: LANGUAGE === "en" ? "Customer" : "客户" }),
    })
    .click();
  const form = stage.getByRole("dialog");
  await form
    .getByRole("textbox", { name: LANGUAGE === "en" ? /^\W*Name$/ : /客户名称$/ })
    .fill(COMPANY.twin.begun);
  await form.getByText(say("duplicate.live")).waitFor();
  await draw(stage, "live-duplicates");
});

test("duplicates", async ({ stage }) => {
  await stage.goto("/duplicates?object=customers");
  await stage.getByText(COMPANY.twin.name).waitFor();
  await draw(stage, "duplicates");
  await stage
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: COMPANY.twin.name })
    .getByRole("button", { name: say("merge.action") })
    .click();
  await stage.getByRole("dialog").waitFor();
  await draw(stage, "merge");
});
