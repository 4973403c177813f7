import { type Grouping, groupingOf } from "@/features/grouping";
import type { FieldMeta, ObjectMeta } from "@/shared/meta";

/** The fields that can be the columns of a board; what people can change by moving cards first. */
export function boardFieldsOf(object: ObjectMeta): FieldMeta[] {
  const fields = object.fields.filter((field) => field.kind === "choice");
  return fields.toSorted((a, b) => Number(a.readOnly) - Number(b.readOnly));
}

/** What the columns of the board are: the field that was chosen, or the first that serves. */
export function boardOf(object: ObjectMeta, by: string | undefined): Grouping | undefined {
  const fields = boardFieldsOf(object);
  const field = fields.find((known) => known.name === by) ?? usual(object, fields);
  return groupingOf(object, field?.name);
}

/** A stage or state tells more than a kind, and usually stands in the list. */
function usual(object: ObjectMeta, fields: FieldMeta[]): FieldMeta | undefined {
  const listed = (field: FieldMeta) => object.defaultColumns.includes(field.name);
  const named = (field: FieldMeta) => ["stage", "status", "state"].includes(field.name);
  return (
    fields.find((field) => named(field) && !field.readOnly) ?? fields.find(listed) ?? fields[0]
  );
}
