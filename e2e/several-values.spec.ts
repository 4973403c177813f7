import { beginField, choose, save } from "./support/design";
import { expect, listOf, test } from "./support/test";

test("tags customers and relates them to many products", async ({ page, signIn, admin }) => {
  const crane = await admin.create("products", { code: "SV-1", name: "龙门吊" });
  await admin.create("products", { code: "SV-2", name: "水泵" });
  const { id } = await admin.create("customers", { name: "多值客户" });
  await admin.create("customers", { name: "别的客户" });
  await signIn();
  await page.goto("/customization/customer");

  const tags = await beginField(page, { kind: /^Several choices/, zh: "标签", en: "Tags" });
  await tags.getByLabel("Choice 1 in Chinese").fill("重点");
  await tags.getByLabel("Choice 1 in English").fill("Key account");
  await tags.getByLabel("Choice 2 in Chinese").fill("出口");
  await tags.getByLabel("Choice 2 in English").fill("Exports");
  await choose(page, tags.getByLabel("Colour of choice 2"), "Orange");
  await save(tags);
  const used = await beginField(page, { kind: /^Several relations/, zh: "在用产品", en: "Uses" });
  await choose(page, used.getByLabel("Points to"), "Products");
  await save(used);

  await page.goto(`/customers/${id}`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const form = page.getByRole("dialog");
  await choose(page, form.getByLabel("Tags"), "Key account");
  await choose(page, form.getByLabel("Tags"), "Exports");
  await choose(page, form.getByLabel("Uses"), "龙门吊");
  await choose(page, form.getByLabel("Uses"), "水泵");
  await page.screenshot({ path: "screenshots/several-values-form-1440-light-en.png" });
  await form.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("definition").filter({ hasText: "Key account" })).toContainText(
    "Exports",
  );
  await expect(page.getByRole("link", { name: "水泵" })).toBeVisible();

  await page.goto(`/products/${crane.id}`);
  await expect(page.getByRole("link", { name: "多值客户" })).toBeVisible();

  const filter = { field: "xTags", op: "in", value: ["exports"] };
  await page.goto(`${listOf("customers", filter)}&columns=name,xTags,xUses`);
  await expect(page.getByRole("rowheader")).toHaveText(["多值客户"]);
  await expect(
    page.getByRole("button", { name: "Tags is any of Exports", exact: true }),
  ).toBeVisible();
  await page.screenshot({ path: "screenshots/several-values-list-1440-light-en.png" });
});
