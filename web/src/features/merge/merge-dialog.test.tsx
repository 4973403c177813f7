import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { App } from "antd";
import { Suspense } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import type { ObjectMeta } from "@/shared/meta";
import { startIn } from "@/testing/language";
import { MergeDialog } from "./merge-dialog";

const common = { required: false, readOnly: false, sortable: true };
const customer: ObjectMeta = {
  name: "customer",
  path: "customers",
  label: "Customer",
  pluralLabel: "Customers",
  titleField: "name",
  rights: { create: true, update: true, delete: true, import: true, export: true },
  defaultColumns: [],
  defaultSort: "name",
  quickCreate: [],
  fields: [
    { ...common, name: "name", kind: "text", label: "Name" },
    { ...common, name: "city", kind: "text", label: "City" },
    { ...common, name: "source", kind: "text", label: "Source" },
  ],
  sections: [],
  related: [],
  parts: [],
  timeline: [],
};

const values = ["a", "b"].map((record) => ({ record, changedAt: "2026-11-20T08:00:00Z" }));
const preview = {
  survivor: "a",
  records: [
    { id: "a", version: 3, name: "Lantern", city: "杭州", source: "fair" },
    { id: "b", version: 7, name: "Lantern Works", city: "宁波", source: "fair" },
  ],
  fields: [
    { field: "name", chosen: "a", differs: true, writable: true, values },
    { field: "city", chosen: "a", differs: true, writable: false, values },
    { field: "source", chosen: "a", differs: false, writable: true, values },
  ],
  result: {},
  moves: [{ object: "contact", field: "customer", count: 4 }],
  others: 2,
  staying: 0,
};

const sent: { path: string; body: unknown }[] = [];

beforeEach(async () => {
  await startIn("en");
  sent.length = 0;
  // biome-ignore lint/suspicious/noDocumentCookie: the token is read from here
  document.cookie = "XSRF-TOKEN=abc";
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (path.startsWith("/api/meta")) {
      return Response.json({ objects: [], settings: { baseCurrency: "CNY", zone: "UTC" } });
    }
    sent.push({ path, body: JSON.parse(String(init.body)) });
    return path.endsWith("/preview")
      ? Response.json(preview)
      : Response.json({ merge: { id: "m" } }, { status: 201 });
  });
});

test("sends what the person chooses, at the versions that were shown", async () => {
  const merged = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <App>
        <Suspense>
          <MergeDialog
            object={customer}
            ids={["a", "b"]}
            onClose={() => undefined}
            onMerged={merged}
          />
        </Suspense>
      </App>
    </QueryClientProvider>,
  );

  await userEvent.click(await screen.findByRole("radio", { name: "Name: Lantern Works" }));
  expect(screen.getByText("宁波")).toBeInTheDocument();
  expect(screen.queryByRole("radio", { name: /City/ })).toBeNull();
  expect(screen.queryByText("Source")).toBeNull();
  expect(screen.getByRole("region", { name: /Moves/ })).toHaveTextContent("4 contact");
  await waitFor(() => expect(screen.getByRole("button", { name: "Merge" })).toBeEnabled());
  await userEvent.click(screen.getByRole("button", { name: "Merge" }));

  await waitFor(() => expect(merged).toHaveBeenCalledWith({ id: "m" }));
  expect(sent.at(-1)).toEqual({
    path: "/api/customers/merges",
    body: {
      survivor: "a",
      records: [
        { id: "a", version: 3 },
        { id: "b", version: 7 },
      ],
      values: { name: "b" },
    },
  });
});
