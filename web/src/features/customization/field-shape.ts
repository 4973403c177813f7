import type { FieldKind } from "@/shared/meta";
import type { FieldDesign } from "./customization-queries";

/** How a field comes to its value: somebody fills in a kind, or it is computed. */
export type Shape = FieldKind | "formula" | "rollUp";

export const STORED: FieldKind[] = [
  "text",
  "longText",
  "choice",
  "yesNo",
  "number",
  "money",
  "percent",
  "date",
  "instant",
  "reference",
  "phone",
  "email",
  "url",
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
