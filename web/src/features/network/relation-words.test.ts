import { expect, test } from "vitest";
import { inGroups, seenFrom } from "./relation-words";

const mill = { id: "mill", title: "Mill" };
const shop = { id: "shop", title: "Shop" };
const person = { id: "person", title: "Li" };

function relation(kind: string, more: object) {
  return { id: kind, version: 1, kind, fromCustomer: mill, ...more };
}

function seen(record: ReturnType<typeof relation>, id: string) {
  const { isOutward, other, through, isOver } = seenFrom(record, id, "2026-11-22");
  return { isOutward, other: other?.reference.id, through: through?.id, isOver };
}

test("turns a relation round on the other side", () => {
  const supplier = relation("supplier", { toCustomer: shop, toContact: null });

  expect(seen(supplier, "mill")).toMatchObject({ isOutward: true, other: "shop" });
  expect(seen(supplier, "shop")).toMatchObject({ isOutward: false, other: "mill" });
});

test("says the same of partners on both sides", () => {
  expect(seen(relation("partner", { toCustomer: shop }), "shop").isOutward).toBe(true);
});

test("names the person through whom a customer is related", () => {
  const referrer = relation("referrer", { toContact: person });

  expect(seen(referrer, "shop")).toMatchObject({ other: "mill", through: "person" });
  expect(seen(referrer, "person")).toMatchObject({ other: "mill", through: undefined });
  expect(seen(referrer, "mill")).toMatchObject({ other: "person", through: undefined });
});

test("puts what is over last", () => {
  const records = [
    { ...relation("dealer", { toCustomer: shop, endedOn: "2026-11-21" }), id: "old" },
    { ...relation("dealer", { toCustomer: shop, endedOn: "2026-11-22" }), id: "new" },
    relation("partner", { toCustomer: shop }),
  ];
  const groups = inGroups(records.map((record) => seenFrom(record, "mill", "2026-11-22")));

  expect(groups.map((group) => group.map(({ record }) => record.id))).toEqual([
    ["new", "old"],
    ["partner"],
  ]);
});
