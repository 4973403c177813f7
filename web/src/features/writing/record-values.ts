import type { FieldMeta, ObjectMeta } from "@/shared/meta";
import { fieldValue, isMoney, isReference } from "@/shared/records";

export type Values = Record<string, unknown>;

export function editableFields(object: ObjectMeta): FieldMeta[] {
  return object.fields.filter((field) => !field.readOnly);
}

/** What a person fills in first; the rest waits behind "more fields". */
export function firstFields(object: ObjectMeta): FieldMeta[] {
  const editable = editableFields(object);
  const first = editable.filter(
    (field) =>
      field.required || object.quickCreate.includes(field.name) || field.name === object.titleField,
  );
  return first.length === 0 ? editable : first;
}

/** What a new record holds by itself. */
export function defaultsOf(object: ObjectMeta): Values {
  return Object.fromEntries(
    editableFields(object).flatMap(({ name, defaultValue }) =>
      defaultValue === undefined || defaultValue === null ? [] : [[name, defaultValue]],
    ),
  );
}

/** What a new record is made of: what is filled in, and what was emptied though it had a default. */
export function createdValues(object: ObjectMeta, values: Values): Values {
  const emptied = Object.keys(defaultsOf(object)).filter(
    (name) => name in values && isSame(values[name], null),
  );
  return {
    ...changedValues(editableFields(object), {}, values),
    ...Object.fromEntries(emptied.map((name) => [name, null])),
  };
}

/** The fields that differ, as the interface wants them; one that was not shown is as it was. */
export function changedValues(fields: FieldMeta[], before: Values, after: Values): Values {
  const changed: Values = {};
  for (const field of fields.filter(({ name }) => name in after)) {
    const next = after[field.name] ?? null;
    if (!isSame(fieldValue(before, field.name) ?? null, next)) {
      changed[field.name] = next;
    }
  }
  return changed;
}

export function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) || Array.isArray(b)) {
    const [these, those] = [several(a), several(b)];
    return these.length === those.length && these.every((one, i) => isSame(one, those[i]));
  }
  if (isReference(a) && isReference(b)) {
    return a.id === b.id;
  }
  if (isMoney(a) && isMoney(b)) {
    return Number(a.amount) === Number(b.amount) && a.currency === b.currency;
  }
  return JSON.stringify(orNothing(a)) === JSON.stringify(orNothing(b));
}

function several(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text that was taken back leaves an empty field, as if nobody had typed. */
function orNothing(value: unknown): unknown {
  return value === "" ? null : (value ?? null);
}
