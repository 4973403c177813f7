import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import type { FieldMeta, ObjectMeta } from "@/shared/meta";
import { startIn } from "@/testing/language";
import { useCellSaves } from "./cell-saves";

const city: FieldMeta = {
  name: "city",
  kind: "text",
  label: "City",
  required: false,
  readOnly: false,
  sortable: true,
};
const area: FieldMeta = { ...city, name: "area", label: "Area" };
const rights = { create: true, update: true, delete: true, import: true, export: true };
const object = { name: "customer", path: "customers", rights } as ObjectMeta;
const record = { id: "1", version: 1, city: "杭州", area: "" };
const client = new QueryClient();
const list = ["records", "customers", "page", {}, ""];
const asked: [string | null, unknown][] = [];

function wrapper({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function answer(respond: (body: Record<string, unknown>) => Response) {
  vi.stubGlobal("fetch", async (_: string, { headers, body }: RequestInit) => {
    const changes = JSON.parse(String(body));
    asked.push([new Headers(headers).get("If-Match"), changes]);
    return respond(changes);
  });
}

beforeEach(() => {
  startIn("en");
  // biome-ignore lint/suspicious/noDocumentCookie: stands in for what the server sets
  document.cookie = "XSRF-TOKEN=t";
  asked.length = 0;
  client.setQueryData(list, { items: [record] });
});

test("two changes of one record wait for each other and end up in the list", async () => {
  let version = 1;
  let now: Record<string, unknown> = record;
  answer((changes) => {
    now = { ...now, ...changes, version: ++version };
    return Response.json(now);
  });
  const { result } = renderHook(() => useCellSaves(object), { wrapper });

  await act(async () => {
    await Promise.all([
      result.current.save(record, city, "苏州"),
      result.current.save(record, area, "华东"),
    ]);
  });

  expect(asked).toEqual([
    ['"1"', { city: "苏州" }],
    ['"2"', { area: "华东" }],
  ]);
  expect(client.getQueryData(list)).toEqual({
    items: [{ id: "1", version: 3, city: "苏州", area: "华东" }],
  });
  expect(result.current.stateOf("1", "city")?.state).toBe("saved");
});

test("tells why a cell was not saved, and what somebody else saved first", async () => {
  answer(() =>
    Response.json({ errors: [{ field: "city", message: "Too long" }] }, { status: 400 }),
  );
  const { result } = renderHook(() => useCellSaves(object), { wrapper });
  await act(() => result.current.save(record, city, "x"));
  expect(result.current.stateOf("1", "city")).toMatchObject({
    state: "error",
    message: "Too long",
  });

  answer(() => Response.json({ current: { id: "1", version: 4, city: "宁波" } }, { status: 412 }));
  await act(() => result.current.save(record, city, "苏州"));
  await waitFor(() => expect(result.current.conflict?.current.city).toBe("宁波"));
  expect(result.current.conflict?.mine).toEqual({ city: "苏州" });
});
