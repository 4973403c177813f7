import { expect, test } from "vitest";
import { alternativesOf, anyOf, type Condition } from "./filter";
import { fieldThrough, type ObjectMeta } from "./meta";

const city: Condition = { field: "city", op: "eq", value: "杭州" };
const kind: Condition = { field: "kind", op: "empty" };

test("a chip holds one condition or several of which one must hold", () => {
  expect(alternativesOf(city)).toEqual([city]);
  expect(alternativesOf({ or: [city, kind] })).toEqual([city, kind]);
  expect(alternativesOf({ or: [city, { not: kind }] })).toBeUndefined();
  expect(alternativesOf({ and: [city, kind] })).toBeUndefined();
  expect(anyOf([city, kind])).toEqual({ or: [city, kind] });
  expect(anyOf([city])).toEqual(city);
  expect(anyOf([])).toBeUndefined();
});

test("a field is found one step through a reference, under the names of both", () => {
  const customer = {
    name: "customer",
    fields: [
      { name: "city", kind: "text", label: "City" },
      { name: "value.layer", kind: "choice", label: "Layer" },
    ],
  } as ObjectMeta;
  const contact = {
    name: "contact",
    fields: [{ name: "customer", kind: "reference", label: "Customer", reference: "customer" }],
  } as ObjectMeta;
  const label = (name: string) => fieldThrough([customer, contact], contact, name)?.label;

  expect(label("customer.city")).toBe("Customer · City");
  expect(label("customer.value.layer")).toBe("Customer · Layer");
  expect(label("customer.nonsense")).toBeUndefined();
  expect(label("owner.city")).toBeUndefined();
  expect(fieldThrough([customer], customer, "value.layer")?.label).toBe("Layer");
});
