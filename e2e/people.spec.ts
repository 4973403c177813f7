import { PASSWORD } from "./support/api";
import { addCompany, CUSTOMERS, MARK, PEOPLE } from "./support/company";
import { expect, listOf, test } from "./support/test";

const CITY = "绍兴";

/** One journey, not ten: the company is made once, and the browser changes hands. */
test("ten people see exactly their rows and fields", async ({ page, signIn, admin }) => {
  test.slow();
  const ids = await addCompany(admin, CITY);
  const filter = { field: "source", op: "eq", value: MARK };
  const list = `${listOf("customers", filter)}&columns=name,phone,city&sort=code`;
  for (const person of PEOPLE) {
    await test.step(person.userName, async () => {
      await page.context().clearCookies();
      await signIn({}, { userName: person.userName, password: PASSWORD });
      await page.goto(list);
      const hidden = Object.keys(CUSTOMERS).filter((code) => !person.sees.includes(code));
      const phone = (code: string) => `138 0000 000${code}`;

      if (person.sees === "") {
        await expect(page.getByText("This page was not found")).toBeVisible();
        await expect(page.getByRole("link", { name: "Customers" })).toHaveCount(0);
      } else {
        const rows = page.getByRole("rowheader");
        await expect(rows).toHaveText([...person.sees].map((code) => CUSTOMERS[code] ?? ""));
        await expect(page.getByText(`${person.sees.length} record`)).toBeVisible();
        const fields = person.hidesPhone ? ["Name", "City"] : ["Name", "Phone", "City"];
        await expect(page.getByRole("columnheader")).toHaveText(fields);
        await expect(page.getByText("138 0000")).toHaveCount(
          person.hidesPhone ? 0 : person.sees.length,
        );

        const first = person.sees[0] ?? "";
        await page.goto(`/customers/${ids.get(first)}`);
        await expect(page.getByRole("definition").filter({ hasText: CITY })).toBeVisible();
        await expect(page.getByText(phone(first))).toHaveCount(person.hidesPhone ? 0 : 1);
        await expect(page.getByRole("button", { name: "Edit City" })).toHaveCount(
          person.changesCity ? 1 : 0,
        );
        await expect(page.getByRole("button", { name: "Edit Name" })).toHaveCount(
          person.changes ? 1 : 0,
        );
      }
      for (const code of hidden) {
        const answer = await page.request.get(`/api/customers/${ids.get(code)}`);
        expect(answer.status(), `${person.userName} asks for ${CUSTOMERS[code]}`).toBe(404);
      }
    });
  }
});

test("a field that is hidden or read-only is so in the interface too", async ({
  page,
  signIn,
  admin,
}) => {
  const role = await admin.create("roles", { code: "careful", name: "Careful" });
  await admin.put(`/api/roles/${role.id}/rights`, {
    administrator: false,
    permissions: [],
    objects: [
      {
        object: "customer",
        read: "all",
        create: true,
        update: "all",
        delete: "none",
        import: false,
        export: true,
      },
    ],
    fields: [
      { object: "customer", field: "phone", access: "hidden" },
      { object: "customer", field: "city", access: "readOnly" },
    ],
  });
  await admin.addUser({ userName: "careful", displayName: "谨言" }, [role.id]);
  const secret = "13899990000";
  const { id, version } = await admin.create("customers", { name: "谨言书店", phone: secret });
  await signIn({}, { userName: "careful", password: PASSWORD });

  await page.goto(`/customers?q=${encodeURIComponent("谨言")}`);
  await expect(page.getByRole("rowheader")).toHaveText(["谨言书店"]);
  const csrf = await page.evaluate(() => /XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? "");
  const headers = { "X-XSRF-TOKEN": decodeURIComponent(csrf), "If-Match": `"${version}"` };
  const ask = (path: string) => page.request.get(path);
  const byPhone = JSON.stringify({ field: "phone", op: "eq", value: secret });
  expect(await (await ask(`/api/customers/${id}`)).text()).not.toContain(secret);
  expect(await (await ask("/api/customers/export?format=csv")).text()).not.toContain(secret);
  expect(await (await ask(`/api/customers/${id}/history`)).text()).not.toContain(secret);
  expect(await (await ask(`/api/search?q=${secret}`)).text()).not.toContain(id);
  expect(await (await ask(`/api/customers?q=${secret}`)).text()).not.toContain(id);
  const filtered = await ask(`/api/customers?filter=${encodeURIComponent(byPhone)}`);
  expect(filtered.status()).toBe(400);
  expect((await ask("/api/customers?sort=phone")).status()).toBe(400);
  const changed = await page.request.patch(`/api/customers/${id}`, {
    headers,
    data: { city: "Elsewhere" },
  });
  expect(changed.status()).toBe(400);
});
