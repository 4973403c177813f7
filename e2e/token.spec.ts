import { expect, test } from "./support/test";

test("a token with one scope can do that one thing", async ({
  page,
  signIn,
  admin,
  playwright,
  baseURL,
}) => {
  const { id, version } = await admin.create("customers", { name: "Token & Söhne" });
  await signIn();
  await page.goto("/account");
  await page.getByRole("button", { name: "New token" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Name").fill("nightly list");
  await form.getByRole("combobox", { name: "What it may do" }).fill("customer:read");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await form.getByRole("button", { name: "Create" }).click();
  await expect(page.getByText("The token was made")).toBeVisible();
  const secret = /kz_[0-9a-f]{64}/.exec((await page.locator("body").textContent()) ?? "")?.[0];

  const program = await playwright.request.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    extraHTTPHeaders: { Authorization: `Bearer ${secret}`, "If-Match": `"${version}"` },
  });
  const status = async (method: string, path: string, data?: unknown) =>
    (await program.fetch(path, { method, ...(data === undefined ? {} : { data }) })).status();
  expect(await status("GET", "/api/customers")).toBe(200);
  expect(await status("GET", `/api/customers/${id}`)).toBe(200);

  const refused: [string, string, unknown?][] = [
    ["POST", "/api/customers", { name: "Nobody" }],
    ["PATCH", `/api/customers/${id}`, { name: "Nobody" }],
    ["DELETE", `/api/customers/${id}`],
    ["GET", "/api/contacts"],
    ["GET", "/api/orders"],
    ["GET", "/api/users"],
    ["GET", "/api/value/overview"],
    ["POST", "/api/value/runs"],
    ["GET", "/api/tokens"],
    ["POST", "/api/tokens", { name: "more", scopes: ["*"] }],
    ["PUT", "/api/session/password", { currentPassword: "x", newPassword: "long enough too" }],
  ];
  for (const [method, path, body] of refused) {
    expect(await status(method, path, body), `${method} ${path}`).toBeGreaterThanOrEqual(403);
    expect(await status(method, path, body), `${method} ${path}`).toBeLessThanOrEqual(404);
  }
  expect(await admin.get(`/api/customers/${id}`)).toMatchObject({ name: "Token & Söhne" });
  await program.dispose();
});
