import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router";
import { expect, test } from "vitest";
import { nextSort, useListState } from "./list-state";

function wrapper({ children }: { children: ReactNode }) {
  return <MemoryRouter>{children}</MemoryRouter>;
}

test("two changes that come together are both kept", () => {
  const { result } = renderHook(() => useListState(), { wrapper });

  act(() => {
    const [, change] = result.current;
    change(({ sort }) => ({ sort: nextSort(sort, "name", true) }));
    change(({ sort }) => ({ sort: nextSort(sort, "city", true) }));
    change({ q: "杭州" });
  });

  expect(result.current[0]).toMatchObject({
    sort: [
      { field: "name", descending: false },
      { field: "city", descending: false },
    ],
    q: "杭州",
  });
});
