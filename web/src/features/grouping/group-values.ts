import i18next from "i18next";
import { plainText } from "@/shared/field-value";
import { allOf, type Condition, type FilterNode, parseFilter } from "@/shared/filter";
import { type FieldMeta, fieldOf, type ObjectMeta } from "@/shared/meta";
import type { Group, GroupValue, Lane } from "./group-queries";

const MONTH = ":month";

/** What records are grouped by: a field, or the month in which its value lies. */
export type Grouping = { by: string; field: FieldMeta; isMonthly: boolean };

export function groupingOf(object: ObjectMeta, by: string | undefined): Grouping | undefined {
  const isMonthly = by?.endsWith(MONTH) ?? false;
  const field = by === undefined ? undefined : fieldOf(object, by.replace(MONTH, ""));
  return by === undefined || field === undefined ? undefined : { by, field, isMonthly };
}

/** How a field is grouped by; days and moments by their months. */
export function groupBy(field: FieldMeta): string | undefined {
  switch (field.kind) {
    case "choice":
    case "reference":
    case "yesNo":
    case "text":
      return field.name;
    case "date":
    case "instant":
      return field.name + MONTH;
    default:
      return undefined;
  }
}

/** The bare value by which the server knows a group. */
export function keyOf(value: GroupValue): Lane["key"] {
  return typeof value === "object" && value !== null ? value.id : value;
}

/** The same as a text, for addresses and lists of things on the screen. */
export function keyText(key: Lane["key"]): string {
  return key === null ? "-" : encodeURIComponent(String(key));
}

export function groupWords({ field, isMonthly }: Grouping, value: GroupValue): string {
  if (value === null) {
    return i18next.t("grouping.none");
  }
  if (isMonthly) {
    return monthWords(String(value));
  }
  if (typeof value === "object") {
    return value.title ?? i18next.t("grouping.unseen");
  }
  return plainText(field, value);
}

function monthWords(month: string): string {
  const options = { year: "numeric", month: "long", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(i18next.language, options).format(new Date(`${month}-01T00:00Z`));
}

/** Choices in their own order, months with the newest first, all else as the server has it. */
export function inOrder(groups: Group[], { by, field, isMonthly }: Grouping): Group[] {
  const rank = (group: Group): number => {
    const value = keyOf(group.key[by] ?? null);
    if (value === null) {
      return Number.POSITIVE_INFINITY;
    }
    if (field.kind === "choice") {
      const index = field.options?.findIndex((option) => option.value === value) ?? -1;
      return index === -1 ? Number.MAX_VALUE : index;
    }
    return isMonthly ? -Number(String(value).replace("-", "")) : value === true ? -1 : 0;
  };
  return groups.toSorted((a, b) => {
    const [first, second] = [rank(a), rank(b)];
    return first === second ? 0 : first - second;
  });
}

/** The filter of a list, narrowed to one of its groups. */
export function filterWithin(
  filter: string | undefined,
  grouping: Grouping,
  key: Lane["key"],
): string {
  const all: FilterNode[] = [parseFilter(filter ?? null) ?? [], conditionOf(grouping, key)].flat();
  return JSON.stringify(allOf(all));
}

function conditionOf({ field, isMonthly }: Grouping, key: Lane["key"]): Condition {
  if (key === null) {
    return { field: field.name, op: "empty" };
  }
  if (isMonthly) {
    const [year = 0, month = 0] = String(key).split("-").map(Number);
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return { field: field.name, op: "between", value: [`${key}-01`, `${key}-${last}`] };
  }
  const isOneOf = field.kind === "choice" || field.kind === "reference";
  return isOneOf
    ? { field: field.name, op: "in", value: [key] }
    : { field: field.name, op: "eq", value: key };
}

/** What a record must hold to stand in a group; references by their id. */
export function valueFor({ field }: Grouping, key: Lane["key"]): unknown {
  return key !== null && field.kind === "reference" ? { id: String(key) } : key;
}
