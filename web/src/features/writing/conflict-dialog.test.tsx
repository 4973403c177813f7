import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { App } from "antd";
import { beforeEach, expect, test, vi } from "vitest";
import type { ObjectMeta } from "@/shared/meta";
import { startIn } from "@/testing/language";
import { ConflictDialog } from "./conflict-dialog";

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
    { ...common, name: "city", kind: "text", label: "City" },
    { ...common, name: "phone", kind: "phone", label: "Phone" },
  ],
  sections: [],
  related: [],
  parts: [],
  timeline: [],
};

const base = { id: "c1", version: 1, city: "杭州", phone: "1" };
const current = { id: "c1", version: 2, city: "宁波", phone: "1" };

beforeEach(async () => {
  await startIn("en");
  // biome-ignore lint/suspicious/noDocumentCookie: the token is read from here
  document.cookie = "XSRF-TOKEN=abc";
});

test("shows both values and sends only what the person keeps", async () => {
  const sent = vi.fn(async (..._call: Parameters<typeof fetch>) =>
    Response.json({ ...current, version: 3, phone: "2" }),
  );
  vi.stubGlobal("fetch", sent);
  const saved = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <App>
        <ConflictDialog
          object={customer}
          base={base}
          current={current}
          mine={{ city: "苏州", phone: "2" }}
          onClose={() => undefined}
          onSaved={saved}
        />
      </App>
    </QueryClientProvider>,
  );

  expect(screen.getByText("苏州")).toBeInTheDocument();
  expect(screen.getByText("宁波")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Save these values" }));

  await waitFor(() => expect(saved).toHaveBeenCalled());
  const [address, options] = sent.mock.calls[0] ?? [];
  expect(address).toBe("/api/customers/c1");
  expect(options?.body).toBe(JSON.stringify({ phone: "2" }));
  expect(new Headers(options?.headers).get("If-Match")).toBe('"2"');
});
