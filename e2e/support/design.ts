import { expect, type Locator, type Page } from "@playwright/test";

type FieldWords = { kind: RegExp; zh: string; en: string };

/** Opens the drawer of a new field and answers what every kind is asked. */
export async function beginField(page: Page, { kind, zh, en }: FieldWords): Promise<Locator> {
  await page.getByRole("button", { name: "New field" }).click();
  const drawer = page.getByRole("dialog", { name: /^New field of/ });
  await drawer.getByRole("button", { name: kind }).click();
  await drawer.getByLabel("Label in Chinese").fill(zh);
  await drawer.getByLabel("Label in English").fill(en);
  return drawer;
}

export async function save(drawer: Locator): Promise<void> {
  await drawer.getByRole("button", { name: "Save", exact: true }).click();
  await expect(drawer).toHaveCount(0);
}

/** Long lists draw only what is in sight, so what is wanted is typed first. */
export async function choose(page: Page, box: Locator, option: string): Promise<void> {
  await box.click();
  await page.keyboard.type(option);
  await page.locator(".ant-select-item-option").filter({ hasText: option }).last().click();
}

export async function act(page: Page, label: string, action: string): Promise<void> {
  await page
    .getByRole("button", { name: `More actions for ${label}` })
    .first()
    .click();
  await page.getByRole("menuitem", { name: action, exact: true }).click();
}

export async function retire(page: Page, label: string): Promise<void> {
  await act(page, label, "Retire");
  const dialog = page.getByRole("dialog", { name: `Retire “${label}”?` });
  await dialog.getByRole("button", { name: "Retire" }).click();
  await expect(dialog).toHaveCount(0);
}
