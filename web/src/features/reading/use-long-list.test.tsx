import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { useLongList } from "./use-long-list";

const ALL = 2550;
const list = { path: "customers", query: { sort: "name" } };
let records: string[];
let asked: string[];
let client: QueryClient;

function wrapper({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  records = Array.from({ length: ALL }, (_, index) => `r${String(index).padStart(4, "0")}`);
  asked = [];
  vi.stubGlobal("fetch", async (address: string) => {
    const { searchParams } = new URL(address, "http://kezhi");
    const cursor = searchParams.get("cursor") ?? "";
    const limit = Number(searchParams.get("limit"));
    asked.push(cursor);
    const behind = records.filter((id) => id > cursor);
    const items = behind.slice(0, limit).map((id) => ({ id, version: 1 }));
    const nextCursor = behind.length > limit ? items.at(-1)?.id : null;
    return Response.json({ items, nextCursor });
  });
});

const show = (expected = ALL) => renderHook(() => useLongList(list, expected), { wrapper }).result;

test("asks for what is in sight, and on the way to a far row for the pages before it", async () => {
  const result = show();
  await waitFor(() => expect(result.current.rows.at(0)?.id).toBe("r0000"));
  expect(asked).toEqual([""]);
  expect(result.current.rows.count).toBe(ALL);

  act(() => result.current.onRange(2540, 2549));
  await waitFor(() => expect(result.current.rows.at(2549)?.id).toBe("r2549"));
  expect(asked).toHaveLength(26);
  expect(result.current.isWhole).toBe(true);
  expect(result.current.rows.at(2550)).toBeUndefined();
});

test("keeps few records of a long list, but knows them all, once and in order", async () => {
  const result = show();
  await waitFor(() => expect(result.current.isPending).toBe(false));
  act(() => result.current.onRange(2540, 2549));
  await waitFor(() => expect(result.current.isWhole).toBe(true));

  const ids = records.map((_, row) => result.current.rows.idAt(row));
  expect(ids).toEqual(records);
  const kept = records.filter((_, row) => result.current.rows.at(row) !== undefined);
  expect(kept.length).toBeLessThan(1800);
  expect(result.current.rows.at(0)).toBeUndefined();

  act(() => result.current.onRange(0, 20));
  await waitFor(() => expect(result.current.rows.at(0)?.id).toBe("r0000"));
});

test("a list that has changed meanwhile is followed from the place of the change on", async () => {
  const result = show();
  await waitFor(() => expect(result.current.isPending).toBe(false));
  act(() => result.current.onRange(250, 280));
  await waitFor(() => expect(result.current.rows.at(280)?.id).toBe("r0280"));

  records = records.filter((id) => id !== "r0210");
  act(() => {
    client.invalidateQueries({ queryKey: ["records"] });
  });

  await waitFor(() => expect(result.current.rows.at(280)?.id).toBe("r0281"));
  const ids = Array.from({ length: 300 }, (_, row) => result.current.rows.idAt(row));
  expect(ids).toEqual(records.slice(0, 300));
});

test("says that a page is missing, and goes on when it comes", async () => {
  const result = show();
  await waitFor(() => expect(result.current.isPending).toBe(false));
  const working = globalThis.fetch;
  vi.stubGlobal("fetch", async () => Response.json({}, { status: 503 }));
  act(() => result.current.onRange(150, 180));
  await waitFor(() => expect(result.current.hasFailed).toBe(true));
  expect(result.current.isError).toBe(false);

  vi.stubGlobal("fetch", working);
  act(() => result.current.refetch());
  await waitFor(() => expect(result.current.rows.at(180)?.id).toBe("r0180"));
});
