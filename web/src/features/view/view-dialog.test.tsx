import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ComponentProps, Suspense } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { startIn } from "@/testing/language";
import { ViewDialog } from "./view-dialog";

const SHAPE = {
  widths: {},
  frozen: 1,
  layout: "table" as const,
  by: null,
  measures: [],
  folded: [],
  hidden: [],
  quick: null,
  mode: null,
  day: null,
};
const state = { filter: null, sort: ["-name"], columns: [], shape: SHAPE };
const sent: unknown[] = [];
let permissions: string[] = [];

beforeEach(() => {
  startIn("en");
  sent.length = 0;
  permissions = [];
  // biome-ignore lint/suspicious/noDocumentCookie: the header of a write is read from it
  document.cookie = "XSRF-TOKEN=t";
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (init.method !== "POST") {
      return Response.json({ user: { id: "u1" }, permissions });
    }
    sent.push([path, JSON.parse(String(init.body))]);
    return sent.length > 1
      ? Response.json({ id: "v1" }, { status: 201 })
      : Response.json(
          {
            type: "/problems/view-name-taken",
            title: "You have a view of this name",
            errors: [{ field: "name", code: "taken", message: "Already taken" }],
          },
          { status: 409 },
        );
  });
});

function show(onSaved = vi.fn()) {
  const object = { name: "customer" } as ComponentProps<typeof ViewDialog>["object"];
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Suspense>
        <ViewDialog object={object} state={state} onSaved={onSaved} onClose={vi.fn()} />
      </Suspense>
    </QueryClientProvider>,
  );
  return onSaved;
}

test("a name that is taken is said beside it, another one is saved once", async () => {
  const onSaved = show();

  await userEvent.type(await screen.findByLabelText("Name"), "East{Enter}");
  await screen.findByText("Already taken");
  await userEvent.type(screen.getByLabelText("Name"), " coast{Enter}");

  await waitFor(() => expect(onSaved).toHaveBeenCalledOnce());
  expect(sent).toEqual(
    ["East", "East coast"].map((name) => [
      "/api/views",
      { object: "customer", name, sharing: "private", state },
    ]),
  );
});

test("only what one may do is offered", async () => {
  show();

  await screen.findByLabelText("Name");
  expect(screen.queryByRole("radio", { name: "Everyone" })).toBeNull();
  expect(screen.queryByRole("radio", { name: "My unit and those below it" })).toBeNull();
});
