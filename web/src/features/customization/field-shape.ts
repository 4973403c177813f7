import type { FieldKind } from "@/shared/meta";
import type { FieldDesign } from "./customization-queries";

/** How a field comes to its value: somebody fills in a kind, or it is computed. */
export type Shape = FieldKind | "formula" | "rollUp";

export const STORED: FieldKind[] = [
  "text",
  "longText",
  "choice",
  "choices",
  "yesNo",
  "number",
  "money",
  "percent",
  "date",
  "instant",
  "reference",
  "references",
  "phone",
  "email",
  "url",
  "creditCode",
];

export const COMPUTED = ["formula", "rollUp"] as const;

export function shapeOf({ kind, formula, rollUp }: FieldDesign): Shape {
  if (formula !== null) {
    return "formula";
  }
  return rollUp === null ? kind : "rollUp";
}

export function isStored(shape: Shape): shape is FieldKind {
  return shape !== "formula" && shape !== "rollUp";
}

/** Whether people choose from a list that belongs to the field. */
export function isOfChoices(shape: Shape): boolean {
  return shape === "choice" || shape === "choices";
}
