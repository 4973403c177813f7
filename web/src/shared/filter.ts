import type { FieldKind } from "./meta";

export type Operator =
  | "eq"
  | "ne"
  | "in"
  | "notIn"
  | "contains"
  | "notContains"
  | "startsWith"
  | "endsWith"
  | "gt"
  | "ge"
  | "lt"
  | "le"
  | "between"
  | "empty"
  | "notEmpty";

export type Condition = { field: string; op: Operator; value?: unknown };
export type FilterNode =
  | Condition
  | { and: FilterNode[] }
  | { or: FilterNode[] }
  | { not: FilterNode };

/** Whoever asks, and everybody in their unit and those below it. */
export const ME = "@me";
export const TEAM = "@team";

/** The viewer's star, which lists are filtered by like by a field. */
export const FOLLOWED = "@followed";

const TEXT: Operator[] = [
  "contains",
  "notContains",
  "eq",
  "ne",
  "startsWith",
  "endsWith",
  "empty",
  "notEmpty",
];
const AMOUNT: Operator[] = ["ge", "le", "between", "eq", "ne", "gt", "lt", "empty", "notEmpty"];
const TIME: Operator[] = ["eq", "between", "lt", "gt", "ge", "le", "ne", "empty", "notEmpty"];
const CHOICE: Operator[] = ["in", "notIn", "empty", "notEmpty"];

export function operatorsOf(kind: FieldKind): Operator[] {
  switch (kind) {
    case "number":
    case "money":
    case "percent":
      return AMOUNT;
    case "date":
    case "instant":
      return TIME;
    case "choice":
    case "choices":
    case "reference":
    case "references":
      return CHOICE;
    case "yesNo":
      return ["eq", "empty", "notEmpty"];
    default:
      return TEXT;
  }
}

export function takesValue(op: Operator): boolean {
  return op !== "empty" && op !== "notEmpty";
}

export function isCondition(node: FilterNode): node is Condition {
  return "field" in node;
}

/** The parts that must all hold: one chip each. */
export function partsOf(filter: FilterNode | undefined): FilterNode[] {
  if (filter === undefined) {
    return [];
  }
  return "and" in filter ? filter.and : [filter];
}

/** The conditions of which one must hold, where a part is nothing else than that. */
export function alternativesOf(part: FilterNode): Condition[] | undefined {
  if (isCondition(part)) {
    return [part];
  }
  return "or" in part && part.or.every(isCondition) ? part.or : undefined;
}

export function anyOf(alternatives: Condition[]): FilterNode | undefined {
  return alternatives.length > 1 ? { or: alternatives } : alternatives[0];
}

export function allOf(parts: FilterNode[]): FilterNode | undefined {
  const [first] = parts;
  return first === undefined ? undefined : { and: parts };
}

export function parseFilter(text: string | null): FilterNode | undefined {
  if (text === null || text === "") {
    return undefined;
  }
  try {
    const node: unknown = JSON.parse(text);
    return isFilterNode(node) ? node : undefined;
  } catch {
    return undefined;
  }
}

function isFilterNode(node: unknown): node is FilterNode {
  if (typeof node !== "object" || node === null) {
    return false;
  }
  if ("and" in node) {
    return Array.isArray(node.and) && node.and.every(isFilterNode);
  }
  if ("or" in node) {
    return Array.isArray(node.or) && node.or.every(isFilterNode);
  }
  if ("not" in node) {
    return isFilterNode(node.not);
  }
  return "field" in node && typeof node.field === "string" && "op" in node;
}

export function isComplete(condition: Condition): boolean {
  if (!takesValue(condition.op)) {
    return true;
  }
  const value = condition.value;
  if (Array.isArray(value)) {
    return value.length > 0 && value.every((part) => part !== null && part !== undefined);
  }
  return value !== undefined && value !== null && value !== "";
}
