import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { App } from "antd";
import { beforeEach, expect, test, vi } from "vitest";
import { startIn } from "@/testing/language";
import type { FieldDesign, ObjectDesign } from "./customization-queries";
import { FieldDrawer } from "./field-drawer";

const vehicle: ObjectDesign = {
  name: "vehicle",
  path: "vehicles",
  custom: true,
  labels: { zhCN: "车辆", en: "Vehicle" },
  pluralLabels: { zhCN: "车辆", en: "Vehicles" },
  original: null,
  originalPlural: null,
  icon: "car",
  retired: false,
};

const state: FieldDesign = {
  name: "state",
  custom: true,
  kind: "choice",
  labels: { zhCN: "状态", en: "State" },
  original: null,
  help: null,
  required: false,
  unique: false,
  searchable: false,
  readOnly: false,
  retired: false,
  decimals: null,
  reference: null,
  choices: [
    { value: "c1", labels: { zhCN: "在用", en: "In use" }, color: "brand", retired: false },
    { value: "c2", labels: { zhCN: "维修", en: "In repair" }, color: null, retired: false },
  ],
  defaultValue: null,
  formula: null,
  rollUp: null,
};

type Sent = { method: string; path: string; body: Record<string, unknown> };
const sent: Sent[] = [];
let answer: () => Response;

beforeEach(async () => {
  await startIn("en");
  sent.length = 0;
  answer = () => Response.json(state);
  // biome-ignore lint/suspicious/noDocumentCookie: the header of a write is read from it
  document.cookie = "XSRF-TOKEN=t";
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    sent.push({ method: init.method ?? "GET", path, body: JSON.parse(String(init.body)) });
    return answer();
  });
});

function show(field?: FieldDesign) {
  const closed = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <App>
        <FieldDrawer object={vehicle} field={field} onClose={closed} />
      </App>
    </QueryClientProvider>,
  );
  return closed;
}

const type = (label: string, text: string) => userEvent.type(screen.getByLabelText(label), text);
const save = () => userEvent.click(screen.getByRole("button", { name: "Save" }));

test("the kind is chosen first, then its words are asked for in both languages", async () => {
  const closed = show();

  await userEvent.click(screen.getByRole("button", { name: /^Number/ }));
  await type("Label in Chinese", "里程");
  await save();
  await screen.findByText("Give the English text");
  expect(sent).toEqual([]);
  await type("Label in English", "Mileage");
  await userEvent.click(screen.getByRole("checkbox", { name: /^Required/ }));
  await save();

  await waitFor(() => expect(closed).toHaveBeenCalledOnce());
  expect(sent).toEqual([
    {
      method: "POST",
      path: "/api/customization/objects/vehicle/fields",
      body: {
        kind: "number",
        labels: { zhCN: "里程", en: "Mileage" },
        help: { zhCN: "", en: "" },
        required: true,
        unique: false,
        defaultValue: "",
        decimals: 0,
      },
    },
  ]);
});

test("an error of one choice stands beside its text", async () => {
  const message = "There is a choice of this name already";
  answer = () =>
    Response.json(
      { title: "Check the form", errors: [{ field: "choices[1].labels.en", code: "x", message }] },
      { status: 400 },
    );
  const closed = show(state);

  await save();

  const words = await screen.findByText(message);
  const row = screen.getByLabelText("Choice 2 in English").closest("li") as HTMLElement; // a row of the list
  expect(row).toContainElement(words);
  expect(closed).not.toHaveBeenCalled();
});

test("choices are put in order by key, retired and added", async () => {
  show(state);

  screen.getByRole("button", { name: /^Move choice 2/ }).focus();
  await userEvent.keyboard("{ArrowUp}");
  await userEvent.click(screen.getByRole("switch", { name: "Offer choice 2" }));
  await userEvent.click(screen.getByRole("button", { name: "Add choice" }));
  await type("Choice 3 in Chinese", "报废");
  await type("Choice 3 in English", "Scrapped");
  await save();

  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.method).toBe("PATCH");
  expect(sent[0]?.body.choices).toEqual([
    { value: "c2", labels: { zhCN: "维修", en: "In repair" }, color: null, retired: false },
    { value: "c1", labels: { zhCN: "在用", en: "In use" }, color: "brand", retired: true },
    { labels: { zhCN: "报废", en: "Scrapped" }, color: null },
  ]);
});

test("that a choice is in use stands below the choices", async () => {
  const message = "12 records have it; retire it instead";
  answer = () =>
    Response.json(
      { title: "Check the form", errors: [{ field: "choices", code: "choiceInUse", message }] },
      { status: 400 },
    );
  show(state);

  await userEvent.click(screen.getByRole("button", { name: "Remove choice 2" }));
  await save();

  expect(await screen.findByText(message)).toBeInTheDocument();
  expect(sent[0]?.body.choices).toHaveLength(1);
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a refusal without a field is said above the form", async () => {
  answer = () =>
    Response.json(
      { title: "Busy", detail: "The table is in use by an import. Try again." },
      { status: 503 },
    );
  show(state);

  await save();

  const alert = await screen.findByRole("alert");
  expect(within(alert).getByText(/in use by an import/)).toBeInTheDocument();
});
