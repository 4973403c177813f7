import type { FormInstance } from "antd";
import { announce } from "./announce";
import { isProblem } from "./problem";

/**
 * Puts the errors of a problem beside the fields they belong to. Errors of fields that the form
 * does not show come back as sentences, so that none is lost.
 */
export function applyProblem(form: FormInstance, error: unknown, shown: string[]): string[] {
  if (!isProblem(error)) {
    announce(error);
    return [];
  }
  const beside = error.errors.filter(({ field }) => shown.includes(field));
  const others = error.errors.filter(({ field }) => !shown.includes(field));
  form.setFields(
    beside.map(({ field, message }) => ({ name: field, errors: [message ?? error.title] })),
  );
  if (error.errors.length === 0) {
    return [error.detail ?? error.title];
  }
  return others.map(({ field, message }) => `${field}: ${message ?? error.title}`);
}
