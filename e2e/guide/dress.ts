import { expect } from "@playwright/test";
import type { Api, Entry } from "../support/api";
import { COMPANY } from "./company";
import { plan, report } from "./happenings";
import { LANGUAGE } from "./words";

type Items<T> = { items: T[] };
type Staff = { units: string[]; people: string[] };
type Found = Items<{ id: string; title: string }>;

const LOADED = 900_000;

/** Gives the demo's nameless customers names, people and a history, once; answers the best one. */
export async function dress(admin: Api): Promise<{ hero: string; twin: string }> {
  const best = await bestCustomers(admin);
  const hero = best[0] ?? "";
  const { total } = await admin.get<{ total: number }>("/api/exchange-rates/count");
  if (total === 0) {
    await dressUp(admin, best);
  }
  return { hero, twin: (await find(admin, "customers", COMPANY.twin.name)) ?? "" };
}

async function dressUp(admin: Api, best: string[]): Promise<void> {
  const [hero = ""] = best;
  const { user } = await admin.get<{ user: { id: string } }>("/api/session");
  await admin.change("users", user.id, { displayName: COMPANY.administrator });
  await name(admin, best, await hire(admin));
  await admin.create("customers", {
    name: COMPANY.twin.name,
    city: COMPANY.customers[0]?.[1],
    phone: "+8657187650001",
  });
  await customize(admin, best);
  await moveOrders(admin);
  await report(admin, hero);
  await plan(admin, best);
  await admin.put(`/api/follows/customer/${best[1]}`);
  await keepViews(admin);
  for (const prospect of COMPANY.prospects.slice(-2)) {
    await admin.remove("customers", (await find(admin, "customers", prospect)) ?? "");
  }
  await admin.post("/api/duplicate-scans");
  for (const [currency, rate] of [
    ["EUR", 0.86],
    ["USD", 0.79],
    ["CNY", 0.11],
  ] as const) {
    await admin.create("exchange-rates", { currency, rate, validFrom: "2011-01-01" });
  }
}

/** The demo is there when its figures are. */
async function bestCustomers(admin: Api): Promise<string[]> {
  const list = "/api/customers?sort=-value.revenue&columns=name,value.revenue&limit=18";
  let items: Entry[] = [];
  await expect
    .poll(
      async () => {
        ({ items } = await admin.get<Items<Entry>>(list));
        const { revenue } = (items[0]?.value ?? {}) as { revenue?: unknown };
        return revenue !== undefined && revenue !== null;
      },
      { timeout: LOADED, intervals: [2_000] },
    )
    .toBe(true);
  return items.map(({ id }) => id);
}

async function find(admin: Api, path: string, title: string): Promise<string | undefined> {
  const q = new URLSearchParams({ q: title });
  const { items } = await admin.get<Found>(`/api/${path}/options?${q}`);
  return items.find((option) => option.title === title)?.id;
}

/** Units, and who works there. */
async function hire(admin: Api): Promise<Staff> {
  const units: string[] = [];
  for (const [index, unit] of COMPANY.units.entries()) {
    const parent = index === 1 ? { parent: { id: units[0] } } : {};
    units.push((await admin.create("units", { code: `U${index + 1}`, name: unit, ...parent })).id);
  }
  const roles = await admin.get<Items<Entry>>("/api/roles?columns=code,name");
  const people: string[] = [];
  for (const { role, unit, ...person } of COMPANY.people) {
    const roleId = roles.items.find(({ code }) => code === role)?.id ?? "";
    const user = { ...person, language: LANGUAGE, unit: { id: units[unit] } };
    people.push((await admin.addUser(user, [roleId])).id);
  }
  return { units, people };
}

async function name(admin: Api, best: string[], { units, people }: Staff): Promise<void> {
  for (const [index, [title, city, region, industry]] of COMPANY.customers.entries()) {
    const owner = index % 4 === 0 ? undefined : people[index % people.length];
    await admin.change("customers", best[index] ?? "", {
      name: title,
      city,
      region,
      industry,
      kind: "company",
      status: "existing",
      headCount: 40 + ((index * 137) % 900),
      phone: `+86571876500${String(index + 1).padStart(2, "0")}`,
      unit: { id: units[index % units.length] },
      ...(owner === undefined ? {} : { owner: { id: owner } }),
    });
  }
  for (const title of COMPANY.prospects) {
    await admin.create("customers", { name: title, kind: "company", status: "potential" });
  }
}

/** A choice and a date of one's own, and an object beside them. */
async function customize(admin: Api, best: string[]): Promise<void> {
  const made: string[] = [];
  for (const { kind, zhCN, en, choices } of COMPANY.fields) {
    const colors = ["gold", "neutral", "brand"];
    const { name: field } = await admin.post<{ name: string }>(
      "/api/customization/objects/customer/fields",
      {
        kind,
        labels: { zhCN, en },
        ...(choices === undefined
          ? {}
          : {
              choices: choices.map((label, index) => ({
                labels: { zhCN: label, en: label },
                color: colors[index],
              })),
            }),
      },
    );
    made.push(field);
  }
  const { zhCN, en, plural } = COMPANY.object;
  await admin.post("/api/customization/objects", {
    labels: { zhCN, en },
    pluralLabels: { zhCN, en: plural },
    icon: "device",
    owned: true,
  });
  await admin.change("customers", best[0] ?? "", { [made[1] ?? ""]: "2027-03-31" });
}

/** The large orders of the last days stand in several states, so that a board has columns. */
async function moveOrders(admin: Api): Promise<void> {
  const days = ["2011-12-05T00:00:00Z", "2011-12-09T00:00:00Z"];
  const filter = {
    and: [
      { field: "orderedAt", op: "between", value: days },
      { field: "amount", op: "ge", value: 1500 },
    ],
  };
  const q = new URLSearchParams({ filter: JSON.stringify(filter), columns: "orderedAt" });
  const { items } = await admin.get<Items<Entry>>(`/api/orders?${q}`);
  const states = ["paid", "paid", "delivered", "shipped"];
  for (const { id, orderedAt } of items) {
    const state = states[Number(String(orderedAt).slice(8, 10)) - 5];
    await admin.change("orders", id, { state });
  }
}

async function keepViews(admin: Api): Promise<void> {
  const region = COMPANY.customers[2]?.[2];
  const filters = [
    {
      and: [
        { field: "value.layer", op: "eq", value: "top" },
        { field: "lastContactAt", op: "empty" },
      ],
    },
    { field: "owner", op: "eq", value: "@me" },
    { field: "region", op: "eq", value: region },
  ];
  for (const [index, title] of COMPANY.views.entries()) {
    const { id } = await admin.post<{ id: string }>("/api/views", {
      object: "customer",
      name: title,
      sharing: index === 2 ? "everyone" : "private",
      icon: ["flag", "heart", "place"][index],
      state: { filter: filters[index], sort: ["-value.revenue"], columns: [] },
    });
    if (index < 2) {
      await admin.put(`/api/views/${id}/pin`);
    }
  }
}
