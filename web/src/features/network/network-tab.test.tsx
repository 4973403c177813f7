import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { App } from "antd";
import { Suspense } from "react";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, test, vi } from "vitest";
import type { FieldMeta, ObjectMeta } from "@/shared/meta";
import { startIn } from "@/testing/language";
import { NetworkTab } from "./network-tab";

const common = { required: false, readOnly: false, sortable: true };
const choices = (...values: string[]) => values.map((value) => ({ value, label: value }));
const field = (name: string, kind: FieldMeta["kind"], more: Partial<FieldMeta> = {}): FieldMeta => {
  return { ...common, name, kind, label: name, ...more };
};

function object(name: string, path: string, fields: FieldMeta[]): ObjectMeta {
  return {
    ...{ name, path, label: name, pluralLabel: path, titleField: "name", fields },
    rights: { create: true, update: true, delete: true, import: true, export: true },
    ...{ defaultColumns: [], defaultSort: "name", quickCreate: [] },
    ...{ sections: [], related: [], timeline: [], parts: [] },
  };
}

const customer = object("customer", "customers", [
  field("name", "text"),
  field("value.revenue", "money"),
]);
const objects = [
  customer,
  object("contact", "contacts", [
    field("name", "text"),
    field("customer", "reference", { reference: "customer" }),
    field("reportsTo", "reference", { reference: "contact" }),
    field("buyingRole", "choices", { options: choices("decider", "user") }),
    field("stance", "choice", { options: choices("champion", "opponent") }),
    field("influence", "choice", { options: choices("high", "low") }),
  ]),
  object("partyRelation", "party-relations", [
    field("kind", "choice", { options: choices("supplier") }),
    field("fromCustomer", "reference"),
    field("toCustomer", "reference"),
    field("toContact", "reference"),
  ]),
];

const boss = { id: "boss", version: 1, name: "Ann", stance: "opponent", influence: "high" };
const clerk = { id: "clerk", version: 4, name: "Ben", reportsTo: { id: "boss", title: "Ann" } };
const mill = { id: "mill", title: "Mill" };
const figures = { subsidiaries: 0, revenue: null, orders: 2, openTasks: 0 };
const group = [
  { key: 0, above: null, customer: null, own: null, total: { ...figures, subsidiaries: 1 } },
  { key: 1, above: 0, customer: mill, own: figures, total: figures },
];
const relation = {
  ...{ id: "r", version: 1, kind: "supplier", toContact: null, toCustomer: mill },
  fromCustomer: { id: "dye", title: "Dye works" },
};
const referred = { customer: { id: "s", title: "Shop" }, startedOn: null, revenue: null };

/** Nothing has a size here. */
class Unmeasured {
  observe() {}
  unobserve() {}
  disconnect() {}
}

const sent: [string | null, unknown][] = [];

function answer(path: string): unknown {
  if (path.startsWith("/api/meta")) {
    return { objects, settings: { baseCurrency: "CNY", zone: "UTC" } };
  } else if (path.startsWith("/api/session")) {
    return { user: { id: "me" } };
  } else if (path.includes("/group")) {
    return { items: group, complete: true };
  } else if (path.includes("/referrals")) {
    return { items: [referred], revenue: null, complete: true };
  }
  return { items: path.startsWith("/api/contacts") ? [boss, clerk] : [relation] };
}

beforeEach(async () => {
  await startIn("en");
  sent.length = 0;
  // biome-ignore lint/suspicious/noDocumentCookie: the token is read from here
  document.cookie = "XSRF-TOKEN=abc";
  vi.stubGlobal("ResizeObserver", Unmeasured);
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (init.method !== "PATCH") {
      return Response.json(answer(path));
    }
    sent.push([new Headers(init.headers).get("If-Match"), JSON.parse(String(init.body))]);
    return Response.json({ ...clerk, version: 4 + sent.length, reportsTo: null });
  });
  render(
    <MemoryRouter>
      <QueryClientProvider client={new QueryClient()}>
        <App>
          <Suspense>
            <NetworkTab object={customer} record={{ id: "mill", version: 1, name: "Mill" }} />
          </Suspense>
        </App>
      </QueryClientProvider>
    </MemoryRouter>,
  );
});

test("places people on the map and says what is missing", async () => {
  const map = await screen.findByRole("table", { name: "Influence and stance" });

  expect(within(map).getByRole("button", { name: "Assess Ann" })).toBeInTheDocument();
  expect(within(map).queryByRole("button", { name: "Assess Ben" })).toBeNull();
  expect(screen.getByText(/No decider is known/)).toBeInTheDocument();
  expect(screen.getByText(/The strongest is against us: Ann/)).toBeInTheDocument();
});

test("changes a superior by menu at the version that was shown, and takes it back", async () => {
  await userEvent.click(await screen.findByText("Organisation"));
  await userEvent.click(await screen.findByRole("button", { name: "Change whom Ben reports to" }));
  await userEvent.click(await screen.findByText("Reports to nobody"));
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));

  await waitFor(() =>
    expect(sent).toEqual([
      ['"4"', { reportsTo: null }],
      ['"5"', { reportsTo: "boss" }],
    ]),
  );
});

test("shows the group, without the name of what nobody may see", async () => {
  await userEvent.click(await screen.findByText("Group"));

  expect(await screen.findByRole("link", { name: "Mill" })).toBeInTheDocument();
  expect(screen.getByText("a party that you may not see")).toBeInTheDocument();
  expect(screen.queryByText("Revenue")).toBeNull();
});

test("says a relation in the words of this side", async () => {
  await userEvent.click(await screen.findByText("Relations"));

  expect(await screen.findByRole("link", { name: "Dye works" })).toBeInTheDocument();
  expect(screen.getByText("Supplies")).toBeInTheDocument();
  expect(await screen.findByText("Has referred one customer")).toBeInTheDocument();
});
