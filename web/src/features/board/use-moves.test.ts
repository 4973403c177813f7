import { expect, test } from "vitest";
import type { ShownLane } from "@/features/grouping";
import { withMoves } from "./use-moves";

const record = (id: string) => ({ id, version: 1, name: id });
const lane = (key: string | null, ...ids: string[]): ShownLane => ({
  key,
  total: ids.length,
  totalIsExact: true,
  records: ids.map(record),
  hasMore: false,
  isLoadingMore: false,
  loadMore: () => undefined,
});
const told = (lanes: ShownLane[]) =>
  lanes.map(({ total, records }) => `${total} ${records.map(({ id }) => id).join("")}`);

test("a card stands where it was put, and is counted there", () => {
  const lanes = [lane("draft", "a", "b"), lane("paid", "c"), lane(null)];

  expect(told(withMoves(lanes, [{ record: record("b"), to: "paid", above: undefined }]))).toEqual([
    "1 a",
    "2 bc",
    "0 ",
  ]);
  expect(told(withMoves(lanes, [{ record: record("c"), to: null, above: undefined }]))).toEqual([
    "2 ab",
    "0 ",
    "1 c",
  ]);
});

test("a card that has arrived is counted once", () => {
  const lanes = [lane("draft", "a"), lane("paid", "b", "c")];

  expect(told(withMoves(lanes, [{ record: record("b"), to: "paid", above: undefined }]))).toEqual([
    "1 a",
    "2 bc",
  ]);
});

test("a card stands below those that it was put below, in another column or its own", () => {
  const lanes = [lane("draft", "a"), lane("paid", "b", "c", "d")];

  const elsewhere = { record: record("a"), to: "paid", above: ["b", "c"] };
  expect(told(withMoves(lanes, [elsewhere]))).toEqual(["0 ", "4 bcad"]);
  const own = { record: record("d"), to: "paid", above: ["b"] };
  expect(told(withMoves(lanes, [own]))).toEqual(["1 a", "3 bdc"]);
  expect(told(withMoves(lanes, [{ ...own, above: [] }]))).toEqual(["1 a", "3 dbc"]);
});
