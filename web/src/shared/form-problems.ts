import type { FormInstance } from "antd";
import { announce } from "./announce";
import { isProblem } from "./problem";

type Name = (string | number)[];

/**
 * Puts the errors of a problem beside the fields they belong to. Errors of fields that the form
 * does not show come back as sentences, so that none is lost.
 */
export function applyProblem(form: FormInstance, error: unknown, shown?: string[]): string[] {
  if (!isProblem(error)) {
    announce(error);
    return [];
  }
  const places = placesOf(form);
  const isShown = (field: string) => shown?.includes(field) ?? places.has(field);
  const beside = error.errors.filter(({ field }) => isShown(field));
  const others = error.errors.filter(({ field }) => !isShown(field));
  form.setFields(
    beside.map(({ field, message }) => ({
      name: places.get(field) ?? field,
      errors: [message ?? error.title],
    })),
  );
  if (error.errors.length === 0) {
    return [error.detail ?? error.title];
  }
  return others.map(({ field, message }) => `${field}: ${message ?? error.title}`);
}

/** The fields of a form by the way in which the server writes them: choices[1].labels.en. */
function placesOf(form: FormInstance): Map<string, Name> {
  return new Map(form.getFieldsError().map(({ name }) => [wordsOf(name), name]));
}

function wordsOf(name: Name): string {
  return name.reduce<string>((words, part) => {
    if (typeof part === "number") {
      return `${words}[${part}]`;
    }
    return words === "" ? part : `${words}.${part}`;
  }, "");
}
