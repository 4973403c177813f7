import { expect, listOf } from "../support/test";
import { COMPANY } from "./company";
import { draw } from "./draw";
import { test } from "./studio";
import { LANGUAGE, said, say } from "./words";

const DAYS = {
  field: "orderedAt",
  op: "between",
  value: ["2011-12-05T00:00:00Z", "2011-12-10T00:00:00Z"],
};
const BEST = { field: "amount", op: "ge", value: 1500 };

test("list", async ({ stage }) => {
  await stage.goto("/customers?sort=-value.revenue");
  await draw(stage, "list");
  await stage.setViewportSize({ width: 390, height: 844 });
  await draw(stage, "phone-list");
});

test("filter", async ({ stage }) => {
  const filter = { field: "value.layer", op: "in", value: ["top", "big"] };
  await stage.goto(`${listOf("customers", filter)}&sort=-value.revenue`);
  await stage.getByRole("button", { name: said("reading.filter") }).click();
  await expect(stage.getByRole("textbox", { name: say("reading.findField") })).toBeInViewport();
  await draw(stage, "filter");
});

test("groups", async ({ stage }) => {
  await stage.goto(
    "/customers?by=value.layer&measures=sum:value.revenue,filled:lastContactAt&sort=-value.revenue",
  );
  await draw(stage, "groups");
});

test("views", async ({ stage }) => {
  await stage.goto("/customers");
  const view = stage.getByRole("navigation").getByRole("link", { name: COMPANY.views[1] });
  await view.click();
  await stage.getByRole("main").getByRole("button", { name: COMPANY.views[1] }).click();
  await expect(stage.getByRole("menuitem", { name: say("view.copy") })).toBeInViewport();
  await draw(stage, "views");
});

test("board", async ({ stage }) => {
  const filter = { and: [DAYS, BEST] };
  await stage.goto(`${listOf("orders", filter)}&layout=board&by=state&measures=sum:amount`);
  await draw(stage, "board");
});

test("calendar", async ({ stage }) => {
  await stage.goto("/calendar");
  await draw(stage, "calendar");
});

test("bulk edit", async ({ stage }) => {
  const filter = { field: "industry", op: "eq", value: COMPANY.customers[7]?.[3] };
  await stage.goto(
    `${listOf("customers", { or: [filter, { field: "city", op: "eq", value: COMPANY.customers[4]?.[1] }, { field: "status", op: "eq", value: "potential" }] })}&columns=name,status,city,industry,owner`,
  );
  await stage
    .getByRole("checkbox", { name: say("bulk.selectRow", { name: COMPANY.prospects[0] ?? "" }) })
    .check({ force: true });
  await stage.keyboard.press("Escape");
  await stage.getByRole("gridcell").or(stage.getByRole("cell")).nth(2).click();
  await stage.keyboard.press("Control+a");
  await stage.getByRole("button", { name: said("bulk.edit") }).click();
  const dialog = stage.getByRole("dialog");
  const status = LANGUAGE === "en" ? "Status" : "状态";
  await dialog.getByRole("checkbox", { name: status, exact: true }).check();
  await dialog.getByRole("combobox", { name: status }).click();
  await stage.keyboard.press("ArrowDown");
  await stage.keyboard.press("Enter");
  await dialog.getByRole("button", { name: said("bulk.preview") }).click();
  await dialog.getByText(say("bulk.counts.willChange")).waitFor();
  await draw(stage, "bulk");
});

test("paste", async ({ stage, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await stage.goto(
    "/customers?sort=-value.revenue&columns=name,city,industry,headCount,status,owner",
  );
  await stage.evaluate((text) => navigator.clipboard.writeText(text), COMPANY.pasted);
  await stage
    .getByRole("cell", { name: COMPANY.customers[0]?.[1] ?? "" })
    .first()
    .click();
  await stage.keyboard.press("Control+V");
  await stage.getByRole("dialog").waitFor();
  await draw(stage, "paste");
});

test("export", async ({ stage, studio }) => {
  const { items } = await studio.admin.get<{ items: unknown[] }>("/api/exports");
  if (items.length === 0) {
    await studio.admin.post("/api/exports", {
      object: "customer",
      format: "xlsx",
      columns: ["name", "city"],
    });
  }
  await stage.goto("/customers?sort=-value.revenue");
  await stage.getByRole("button", { name: said("export.export") }).click();
  await expect(stage.getByRole("menuitem", { name: "CSV" })).toBeInViewport();
  await draw(stage, "export");
});
