import type { Page } from "@playwright/test";
import { act, beginField, choose, retire, save } from "./support/design";
import { expect, headOf, listOf, test } from "./support/test";

const names = (page: Page) => page.getByRole("rowheader").allInnerTexts();
const FILE = ["Name,Plate,Mileage", "三号车,沪A33333,80.5", "四号车,沪A44444,很多"].join("\r\n");

async function makeVehicles(page: Page): Promise<void> {
  await page.goto("/customization");
  await page.getByRole("button", { name: "New object" }).click();
  const drawer = page.getByRole("dialog", { name: "New object" });
  await drawer.getByLabel("Name of one in Chinese").fill("车辆");
  await drawer.getByLabel("Name of one in English").fill("Vehicle");
  await expect(drawer.getByLabel("Name of many in English")).toHaveValue("Vehicles");
  await drawer.getByTitle("Car", { exact: true }).click();
  await page.screenshot({ path: "screenshots/customization-object-1440-light-en.png" });
  await save(drawer);
  await expect(page).toHaveURL("/customization/xVehicle");
}

test("makes an object with fields, fills it, and takes it away again", async ({
  page,
  signIn,
  admin,
}) => {
  test.slow();
  const { id: customer } = await admin.create("customers", { name: "顺达物流" });
  const navigation = page.getByRole("navigation", { name: "Main navigation" });
  const fields = page.getByRole("list", { name: "Your own fields" });
  const labels = () => fields.locator("strong").allInnerTexts();
  await signIn();

  await test.step("an object and its fields are made", async () => {
    await makeVehicles(page);
    const plate = await beginField(page, { kind: /^Text/, zh: "车牌", en: "Plate" });
    await plate.getByRole("checkbox", { name: /^Unique/ }).check();
    await plate.getByRole("checkbox", { name: /^Searchable/ }).check();
    await save(plate);
    const mileage = await beginField(page, { kind: /^Number/, zh: "里程", en: "Mileage" });
    await mileage.getByLabel("Decimals").fill("1");
    await save(mileage);
    const owner = await beginField(page, { kind: /^Relation/, zh: "客户", en: "Customer" });
    await choose(page, owner.getByLabel("Points to"), "Customers");
    await save(owner);
    const state = await beginField(page, { kind: /^Choice/, zh: "状态", en: "State" });
    await state.getByLabel("Choice 1 in Chinese").fill("在用");
    await state.getByLabel("Choice 1 in English").fill("In use");
    await state.getByRole("button", { name: "Save" }).click();
    await expect(state.getByText("Give the English text")).toBeVisible();
    await state.getByLabel("Choice 2 in Chinese").fill("维修");
    await state.getByLabel("Choice 2 in English").fill("In repair");
    await choose(page, state.getByLabel("Colour of choice 2"), "Orange");
    await page.screenshot({ path: "screenshots/customization-field-1440-light-en.png" });
    await save(state);
  });

  await test.step("fields are put in order by key and by dragging", async () => {
    await expect.poll(labels).toEqual(["Plate", "Mileage", "Customer", "State"]);
    await page.getByRole("button", { name: /^Move State/ }).focus();
    await page.keyboard.press("ArrowUp");
    await expect.poll(labels).toEqual(["Plate", "Mileage", "State", "Customer"]);
    await page.getByRole("button", { name: /^Move Plate/ }).hover();
    await page.mouse.down();
    await page.getByRole("button", { name: /^Move State/ }).hover();
    await page.mouse.up();
    await expect.poll(labels).toEqual(["Mileage", "State", "Plate", "Customer"]);
    await page.reload();
    await expect.poll(labels).toEqual(["Mileage", "State", "Plate", "Customer"]);
    await page.screenshot({ path: "screenshots/customization-fields-1440-light-en.png" });
  });

  await test.step("a record is made in the list that nobody wrote", async () => {
    await navigation.getByRole("link", { name: "Vehicles" }).click();
    await headOf(page).getByRole("button", { name: "New Vehicle" }).click();
    const form = page.getByRole("dialog", { name: "New Vehicle" });
    await form.getByLabel("Name", { exact: true }).fill("一号车");
    await form.getByLabel("Plate").fill("沪A11111");
    await form.getByLabel("Mileage").fill("120.5");
    await choose(page, form.getByLabel("State"), "In repair");
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page).toHaveURL(/\/x-vehicles\/[0-9a-f-]{36}$/);
    await expect(page.getByRole("heading", { name: "一号车", level: 1 })).toBeVisible();
    await expect(page.locator("header").getByText("In repair")).toBeVisible();
    await page.screenshot({ path: "screenshots/customization-record-1440-light-en.png" });
  });

  await test.step("a file is imported into it", async () => {
    await admin.create("x-vehicles", {
      name: "二号车",
      xPlate: "沪A22222",
      xMileage: 300,
      xState: "inRepair",
      xCustomer: { id: customer },
    });
    await page.goto("/x-vehicles");
    await headOf(page).getByRole("link", { name: "Import", exact: true }).click();
    await page.locator("input[type=file]").setInputFiles({
      name: "车辆.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(FILE, "utf8"),
    });
    const mapping = page.getByRole("table", { name: "Which column goes where" });
    await expect(mapping.getByRole("row", { name: "Plate" })).toContainText("Plate");
    await page.getByRole("button", { name: "Start the import" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Start the import" }).click();
    await expect(page.getByRole("button", { name: "Undo this import" })).toBeVisible({
      timeout: 60_000,
    });
  });

  await test.step("it stands on a board and is summed up in groups", async () => {
    await page.goto("/x-vehicles?layout=board&by=xState");
    const lane = page.getByRole("region", { name: "In repair", exact: true });
    await expect(lane.getByRole("article")).toHaveCount(2);
    await page.goto("/x-vehicles?by=xState&measures=sum:xMileage&columns=name,xMileage");
    await expect(page.getByText("420.5").first()).toBeVisible();
  });

  await test.step("it is filtered and sorted by its fields", async () => {
    await page.goto("/x-vehicles");
    await expect.poll(() => names(page)).toHaveLength(3);
    await page.getByRole("button", { name: "Mileage", exact: true }).click();
    await expect.poll(() => names(page)).toEqual(["三号车", "一号车", "二号车"]);
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page.getByRole("textbox", { name: "Filter by which field?" }).fill("State");
    await page.keyboard.press("Enter");
    await page.getByRole("checkbox", { name: "In repair" }).check();
    await page.getByRole("button", { name: "Apply" }).click();
    await expect.poll(() => names(page)).toEqual(["一号车", "二号车"]);
    await page.screenshot({ path: "screenshots/customization-list-1440-light-en.png" });
    await page.goto(`/customers/${customer}`);
    await expect(page.getByRole("link", { name: "二号车" })).toBeVisible();
  });

  await test.step("everything is there in Chinese too", async () => {
    await signIn({ language: "zh-CN" });
    await page.goto(listOf("x-vehicles", { field: "xPlate", op: "eq", value: "沪A22222" }));
    await expect(page.getByRole("heading", { name: "车辆", level: 1 })).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "里程" })).toBeVisible();
    await expect(page.getByRole("cell", { name: "维修" })).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/customization/xVehicle");
    await expect(page.getByText("单选 · 2 个选项")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.screenshot({ path: "screenshots/customization-fields-390-light-zh-CN.png" });
    await page.setViewportSize({ width: 1440, height: 900 });
    await signIn();
  });

  await test.step("a choice that is in use stays, and can be retired", async () => {
    await page.goto("/customization/xVehicle");
    await page.getByRole("button", { name: "Edit State" }).click();
    const drawer = page.getByRole("dialog", { name: "Edit State" });
    await drawer.getByRole("button", { name: "Remove choice 2" }).click();
    await drawer.getByRole("button", { name: "Save" }).click();
    await expect(drawer.locator(".ant-form-item-explain-error")).toContainText("2");
    await drawer.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Discard" }).click();
    await page.getByRole("button", { name: "Edit State" }).click();
    await drawer.getByRole("switch", { name: "Offer choice 2" }).click();
    await save(drawer);
    await page.goto("/x-vehicles");
    await expect(page.getByRole("cell", { name: "In repair" })).toHaveCount(2);
  });

  await test.step("a field is retired, looked at and deleted", async () => {
    await page.goto("/customization/xVehicle");
    await retire(page, "Mileage");
    await page.goto("/x-vehicles");
    await expect(page.getByRole("columnheader", { name: "Plate" })).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Mileage" })).toHaveCount(0);
    await page.goto("/customization/xVehicle");
    await act(page, "Mileage", "Delete for good");
    const dialog = page.getByRole("dialog", { name: "Delete “Mileage” for good?" });
    await expect(dialog.getByText("3 records")).toBeVisible();
    await dialog.getByRole("textbox").fill("Mileage");
    await page.screenshot({ path: "screenshots/customization-delete-1440-light-en.png" });
    await dialog.getByRole("button", { name: "Delete for good" }).click();
    await expect.poll(labels).toEqual(["State", "Plate", "Customer"]);
  });

  await test.step("the object is deleted and made again, empty", async () => {
    await retire(page, "Vehicle");
    await expect(navigation.getByRole("link", { name: "Vehicles" })).toHaveCount(0);
    await act(page, "Vehicle", "Delete for good");
    const dialog = page.getByRole("dialog", { name: "Delete “Vehicle” for good?" });
    await expect(dialog.getByText("3 records")).toBeVisible();
    await dialog.getByRole("textbox").fill("Vehicle");
    await dialog.getByRole("button", { name: "Delete for good" }).click();
    await expect(page).toHaveURL("/customization");
    await makeVehicles(page);
    await expect(page.getByText("None yet.")).toBeVisible();
    await navigation.getByRole("link", { name: "Vehicles" }).click();
    await expect(page.getByText("0 records")).toBeVisible();
  });
});

test("adds a field to customers that form and list have at once", async ({
  page,
  signIn,
  admin,
}) => {
  const { id } = await admin.create("customers", { name: "信用良好公司", region: "信用区" });
  const list = `${listOf("customers", { field: "region", op: "eq", value: "信用区" })}&columns=name,xCreditDays`;
  await signIn();
  await page.goto("/customization/customer");
  const drawer = await beginField(page, { kind: /^Number/, zh: "信用天数", en: "Credit days" });
  await drawer.getByLabel("Help text in English").fill("Days until an invoice is due");
  await drawer.getByLabel("Default").fill("30");
  await save(drawer);

  await page
    .getByRole("navigation", { name: "Main navigation" })
    .getByRole("link", { name: "Customers" })
    .click();
  await headOf(page).getByRole("button", { name: "New Customer" }).click();
  const form = page.getByRole("dialog", { name: "New Customer" });
  await form.getByRole("button", { name: /more fields/ }).click();
  await form.getByLabel("Name", { exact: true }).fill("信用未知公司");
  await form.getByLabel("Region").fill("信用区");
  await expect(form.getByLabel("Credit days")).toHaveValue("30");
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "信用未知公司", level: 1 })).toBeVisible();
  await expect(page.getByRole("definition").filter({ hasText: /^30/ })).toBeVisible();

  await admin.change("customers", id, { xCreditDays: 60 });
  await page.goto(`${list}&sort=-xCreditDays`);
  await expect.poll(() => names(page)).toEqual(["信用良好公司", "信用未知公司"]);
  await expect(page.getByRole("cell", { name: /^\d+$/ })).toHaveText(["60", "30"]);
});
