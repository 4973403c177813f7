import { plainText } from "@/shared/field-value";
import { fieldOf, type ObjectMeta } from "@/shared/meta";
import type { HistoryItem } from "./history-queries";

const ACTIONS = ["create", "update", "delete", "restore"] as const;

export function actionOf(item: HistoryItem): (typeof ACTIONS)[number] {
  return ACTIONS.find((known) => item.action.startsWith(known)) ?? "update";
}

export function valueWords(object: ObjectMeta, name: string, value: unknown): string {
  if (value === null || value === undefined || value === "") {
    return "—";
  }
  const field = fieldOf(object, name);
  return field === undefined ? String(value) : plainText(field, value);
}
