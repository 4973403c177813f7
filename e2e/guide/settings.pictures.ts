import { expect } from "@playwright/test";
import { COMPANY } from "./company";
import { draw } from "./draw";
import { test } from "./studio";
import { said, say } from "./words";

/** What the curve of concentration says once it is drawn, as far as it is the same for all. */
const [CONCLUSION = ""] = say("insight.concentration.conclusion", { share: "|" }).split("|");

/** Charts draw themselves bit by bit. */
function standsStill(): boolean {
  const now = document.querySelector("main")?.innerHTML ?? "";
  const before = sessionStorage.getItem("drawn");
  sessionStorage.setItem("drawn", now);
  return now === before;
}

test("import", async ({ stage }) => {
  const { name, lines } = COMPANY.importFile;
  await stage.goto("/imports/new?object=contact");
  await stage.locator("input[type=file]").setInputFiles({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(lines.join("\r\n")),
  });
  await stage.getByRole("heading", { name, level: 1 }).waitFor();
  await draw(stage, "import-mapping");
  await stage.getByRole("button", { name: said("transfer.run") }).click();
  await stage
    .getByRole("dialog")
    .getByRole("button", { name: said("transfer.run") })
    .click();
  await stage.getByRole("button", { name: said("transfer.undo") }).waitFor();
  await draw(stage, "import-result");
  await stage.getByRole("button", { name: said("transfer.undo") }).click();
  await stage
    .getByRole("dialog")
    .getByRole("button", { name: said("transfer.undo") })
    .click();
  await stage.getByText(say("transfer.states.undone")).waitFor();
});

test("value", async ({ stage, studio }) => {
  await stage.setViewportSize({ width: 1440, height: 1000 });
  await stage.goto("/insight");
  await expect(stage.getByText(CONCLUSION)).toBeVisible();
  await stage.waitForFunction(standsStill, undefined, { polling: 400 });
  await draw(stage, "value");
  await stage.setViewportSize({ width: 1440, height: 900 });
  await stage.goto(`/customers/${studio.hero}`);
  await stage.getByRole("button", { name: said("insight.card.how") }).click();
  await stage.getByRole("dialog").waitFor();
  await draw(stage, "value-explained");
});

for (const [name, path] of [
  ["fields", "/customization/customer"],
  ["layout", "/customization/customer/layout"],
  ["trash", "/trash"],
] as const) {
  test(name, async ({ stage }) => {
    await stage.goto(path);
    await draw(stage, name);
  });
}

test("role", async ({ stage, studio }) => {
  const roles = await studio.admin.get<{ items: { id: string; code: string }[] }>(
    "/api/roles?columns=code,name",
  );
  await stage.goto(`/roles/${roles.items.find(({ code }) => code === "sales")?.id}`);
  await draw(stage, "role");
});
