import { expect, test } from "./support/test";

test("lets the second editor choose field by field", async ({ page, signIn, admin }) => {
  const { id } = await admin.create("customers", {
    name: "沧浪仪器",
    city: "苏州",
    region: "苏南",
    phone: "13800000001",
  });
  await signIn();
  await page.goto(`/customers/${id}`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const form = page.getByRole("dialog", { name: "Edit Customer" });
  await form.getByLabel("City").fill("杭州");
  await form.getByLabel("Phone").fill("13800000002");
  await admin.change("customers", id, { city: "宁波", region: "浙东" });
  await form.getByRole("button", { name: /Save$/ }).click();

  const conflict = page.getByRole("dialog", { name: "Somebody saved this record first" });
  const city = conflict.getByRole("radiogroup", { name: "City" });
  const phone = conflict.getByRole("radiogroup", { name: "Phone" });
  await expect(city.getByRole("radio", { name: /Now saved.*宁波/ })).toBeChecked();
  await expect(phone.getByRole("radio", { name: /Mine/ })).toBeChecked();
  await expect(conflict.getByText("Region")).toHaveCount(0);
  await city.getByRole("radio", { name: /Mine.*杭州/ }).check();
  await conflict.getByRole("button", { name: "Save these values" }).click();

  await expect(conflict).toBeHidden();
  await expect(page.getByRole("definition").filter({ hasText: "杭州" })).toBeVisible();
  const saved = await admin.get(`/api/customers/${id}`);
  expect(saved).toMatchObject({ city: "杭州", phone: "+8613800000002", region: "浙东" });
});

test("keeps what the first editor saved when the second gives way", async ({
  page,
  signIn,
  admin,
}) => {
  const { id } = await admin.create("customers", { name: "Canal Optics", city: "Suzhou" });
  await signIn();
  await page.goto(`/customers/${id}`);
  await page.getByRole("button", { name: "Edit City" }).click();
  await page.getByLabel("City", { exact: true }).fill("Hangzhou");
  await admin.change("customers", id, { city: "Ningbo" });
  await page.getByRole("button", { name: /Save$/ }).click();

  const conflict = page.getByRole("dialog", { name: "Somebody saved this record first" });
  await expect(conflict.getByRole("radio", { name: /Now saved.*Ningbo/ })).toBeChecked();
  await conflict.getByRole("button", { name: "Save these values" }).click();
  await expect(conflict).toBeHidden();
  await expect(page.getByRole("definition").filter({ hasText: "Ningbo" })).toBeVisible();
  expect(await admin.get(`/api/customers/${id}`)).toMatchObject({ city: "Ningbo" });
});
