import { queryOptions } from "@tanstack/react-query";
import { type FieldMeta, fieldOf, type ObjectMeta, pathOf } from "@/shared/meta";
import {
  fetchPage,
  fieldValue,
  isReference,
  type RecordData,
  type Reference,
  recordKeys,
  titleOf,
} from "@/shared/records";

/** Somebody at a customer, as charts draw them. */
export type Person = {
  record: RecordData;
  id: string;
  name: string;
  /** Job title and department in one line. */
  position: string;
  reportsTo: Reference | undefined;
  roles: string[];
  stance: string | undefined;
  influence: string | undefined;
};

const FIELDS = ["jobTitle", "department", "reportsTo", "buyingRole", "stance", "influence"];
const MOST = 200;

/** The people at a customer; of very many, those whom charts can show. */
export function peopleOptions(contact: ObjectMeta, customer: string) {
  const path = pathOf(contact);
  const columns = [contact.titleField, ...FIELDS].filter(
    (name) => fieldOf(contact, name) !== undefined,
  );
  const filter = JSON.stringify({ and: [{ field: "customer", op: "in", value: [customer] }] });
  return queryOptions({
    queryKey: [...recordKeys.all(path), "people", customer, columns],
    queryFn: async ({ signal }) => {
      const query = { filter, columns: columns.join(","), sort: "createdAt", limit: MOST };
      const page = await fetchPage(path, { ...query, cursor: "" }, signal);
      const people = page.items.map((record) => personOf(record, contact.titleField));
      return { people, isComplete: !page.nextCursor };
    },
  });
}

export function personOf(record: RecordData, titleField: string): Person {
  const text = (name: string) => {
    const value = fieldValue(record, name);
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const above = fieldValue(record, "reportsTo");
  const roles = fieldValue(record, "buyingRole");
  return {
    record,
    id: record.id,
    name: titleOf(record, titleField),
    position: [text("jobTitle"), text("department")].filter(Boolean).join(" · "),
    reportsTo: isReference(above) ? above : undefined,
    roles: Array.isArray(roles) ? roles.map(String) : [],
    stance: text("stance"),
    influence: text("influence"),
  };
}

/** Whether somebody may change a field of contacts. */
export function mayChange(contact: ObjectMeta, field: FieldMeta | undefined): boolean {
  return contact.rights.update && field !== undefined && !field.readOnly;
}
