import type { FieldMeta, ObjectMeta } from "@/shared/meta";

/** The fields by which records can stand in a calendar; those that people plan by first. */
export function calendarFieldsOf(object: ObjectMeta): FieldMeta[] {
  const fields = object.fields.filter(({ kind }) => kind === "date" || kind === "instant");
  const rank = ({ name, readOnly }: FieldMeta) =>
    /^due/i.test(name) ? 0 : readOnly ? 3 : object.defaultColumns.includes(name) ? 1 : 2;
  return fields.toSorted((a, b) => rank(a) - rank(b));
}

/** The field that was chosen, or the first that serves. */
export function calendarOf(object: ObjectMeta, by: string | undefined): FieldMeta | undefined {
  const fields = calendarFieldsOf(object);
  return fields.find(({ name }) => name === by) ?? fields[0];
}
