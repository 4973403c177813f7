import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, test, vi } from "vitest";
import type { FieldMeta, ObjectMeta } from "@/shared/meta";
import { startIn } from "@/testing/language";
import { RecordTree } from "./record-tree";

const common = { required: false, readOnly: false, sortable: true };
const name: FieldMeta = { ...common, name: "name", kind: "text", label: "Name" };
const unit: ObjectMeta = {
  name: "unit",
  path: "units",
  label: "Unit",
  pluralLabel: "Units",
  titleField: "name",
  rights: { create: true, update: true, delete: true, import: true, export: true },
  defaultColumns: ["name"],
  defaultSort: "code",
  quickCreate: [],
  fields: [name],
  sections: [],
  related: [],
  treeField: "parent",
  parts: [],
  timeline: [],
};

function record(id: string, title: string, parent?: string) {
  return { id, version: 1, name: title, parent: parent && { id: parent, title: parent } };
}

beforeEach(() => startIn("en"));

test("puts each record below its own, over all pages of the answer", async () => {
  const pages = [
    { items: [record("hz", "杭州", "east"), record("hq", "总部")], nextCursor: "more" },
    { items: [record("east", "华东", "hq"), record("far", "Elsewhere", "unseen")] },
  ];
  vi.stubGlobal("fetch", async () => Response.json(pages.shift()));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <RecordTree object={unit} treeField="parent" columns={[name]} query={{}} />
      </MemoryRouter>
    </QueryClientProvider>,
  );

  await screen.findByText("杭州");
  expect(screen.getAllByRole("link").map((link) => link.textContent)).toEqual([
    "总部",
    "华东",
    "杭州",
    "Elsewhere",
  ]);
  const levels = screen.getAllByRole("row").map((row) => /level-(\d)/.exec(row.className)?.[1]);
  expect(levels).toEqual([undefined, "0", "1", "2", "0"]);
});
