import { runFigures, sell } from "./support/sales";
import { expect, test } from "./support/test";

type Layer = { layer: string; customers: number };
type Overview = { pyramid: { layers: Layer[] }; run: { number: number } };

test("reads the pyramid and clicks through to the customers behind it", async ({
  page,
  signIn,
  admin,
}) => {
  const [best = ""] = await sell(admin, "塔", 900_000);
  await runFigures(admin);
  const before = await admin.get<Overview>("/api/value/overview");
  await signIn();
  await page.goto("/insight");
  await expect(page.getByText(`Run ${before.run.number}`)).toBeVisible();
  await page.getByRole("button", { name: "Recompute" }).click();
  await expect(page.getByText(`Run ${before.run.number + 1}`)).toBeVisible({ timeout: 60_000 });

  const { pyramid } = await admin.get<Overview>("/api/value/overview");
  const small = pyramid.layers.find(({ layer }) => layer === "small");
  expect(small?.customers).toBeGreaterThan(0);
  const band = page.getByRole("link", { name: new RegExp(`^${small?.customers}\\s*Small`) });
  await band.click();
  await expect(page).toHaveURL(/\/customers\?filter=/);
  await expect(page.getByRole("button", { name: /^Layer is any of Small/ }).first()).toBeVisible();
  await expect(page.getByText(`${small?.customers} record`)).toBeVisible();

  await page.goto(`/customers/${best}`);
  await expect(page.getByText("No. 1", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "How is this computed" }).click();
  await expect(page.getByRole("dialog", { name: "How these figures came about" })).toBeVisible();
});
