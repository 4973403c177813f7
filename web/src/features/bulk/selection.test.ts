import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useSelection } from "./selection";

test("selects by name, all, and nothing of another list", () => {
  const { result, rerender } = renderHook(({ list }) => useSelection(list), {
    initialProps: { list: "a" },
  });
  act(() => result.current.add(["1", "2"]));
  act(() => result.current.toggle("1"));
  expect([...result.current.ids]).toEqual(["2"]);

  act(() => result.current.chooseAll());
  expect(result.current.has("anything")).toBe(true);

  rerender({ list: "b" });
  expect(result.current.isOn).toBe(false);
  expect(result.current.has("2")).toBe(false);
});
