import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { type ComponentProps, Suspense } from "react";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, test, vi } from "vitest";
import type { ObjectMeta } from "@/shared/meta";
import { startIn } from "@/testing/language";
import { ListStates } from "./list-states";

const all = { create: true, update: true, delete: true, import: true, export: true };
const customer: ObjectMeta = {
  name: "customer",
  path: "customers",
  label: "Customer",
  pluralLabel: "Customers",
  titleField: "name",
  rights: all,
  defaultColumns: ["name"],
  defaultSort: "name",
  quickCreate: [],
  fields: [],
  sections: [],
  related: [],
  parts: [],
  timeline: [],
};

beforeEach(() => {
  startIn("en");
  vi.stubGlobal("fetch", async () => Response.json({ user: {}, permissions: ["import"] }));
});

function show(object: ObjectMeta, isFiltered: boolean) {
  const list = { isError: false, isPending: false, isEmpty: true, error: null, refetch: vi.fn() };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <Suspense>
          <ListStates
            list={list as ComponentProps<typeof ListStates>["list"]}
            object={object}
            isFiltered={isFiltered}
            onCreate={vi.fn()}
            onClear={vi.fn()}
          >
            {null}
          </ListStates>
        </Suspense>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

test("offers both ways to a first record", async () => {
  show(customer, false);

  await screen.findByText("No Customers yet.");
  expect(screen.getByRole("button", { name: "New Customer" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Import" })).toBeVisible();
});

test("offers nothing to those who may only look", async () => {
  show({ ...customer, rights: { ...all, create: false, import: false } }, false);

  await screen.findByText("No Customers yet.");
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.queryByRole("link")).toBeNull();
});

test("lets a filter without matches be taken off", async () => {
  show(customer, true);

  await screen.findByText("No Customers match this filter.");
  expect(screen.getAllByRole("button").map((button) => button.textContent)).toEqual(["Show all"]);
});
