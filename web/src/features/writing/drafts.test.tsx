import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { App } from "antd";
import { beforeEach, expect, test, vi } from "vitest";
import type { ObjectMeta } from "@/shared/meta";
import { startIn } from "@/testing/language";
import { RecordDrawer } from "./record-drawer";

const product: ObjectMeta = {
  name: "product",
  path: "products",
  label: "Product",
  pluralLabel: "Products",
  titleField: "name",
  rights: { create: true, update: true, delete: true, import: true, export: true },
  defaultColumns: [],
  defaultSort: "name",
  quickCreate: [],
  fields: [
    { name: "name", kind: "text", label: "Name", required: true, readOnly: false, sortable: true },
  ],
  sections: [],
  related: [],
  parts: [],
  timeline: [],
};

const KEY = "kezhi.draft.u1.product.new";

beforeEach(async () => {
  await startIn("en");
  sessionStorage.clear();
  vi.restoreAllMocks();
});

function open() {
  const client = new QueryClient();
  client.setQueryData(["session"], { user: { id: "u1" }, permissions: [] });
  render(
    <QueryClientProvider client={client}>
      <App>
        <RecordDrawer object={product} onClose={() => undefined} />
      </App>
    </QueryClientProvider>,
  );
  return screen.getByRole("textbox", { name: "Name" });
}

test("keeps what was typed, and nothing once it was taken back", async () => {
  const name = open();

  await userEvent.type(name, "茶");
  expect(sessionStorage.getItem(KEY)).toBe('{"values":{"name":"茶"}}');

  await userEvent.clear(name);
  expect(sessionStorage.getItem(KEY)).toBeNull();
});

test("lets people type on when the browser has no room to keep it", async () => {
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const name = open();

  await userEvent.type(name, "茶叶");

  expect(name).toHaveValue("茶叶");
});
