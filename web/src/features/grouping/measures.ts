import i18next from "i18next";
import { plainText } from "@/shared/field-value";
import { formatMoney, formatNumber, formatPercent } from "@/shared/format";
import { type FieldMeta, fieldOf, type ObjectMeta } from "@/shared/meta";
import { isMoney } from "@/shared/records";
import type { Group, Measured } from "./group-queries";

export const MEASURES = ["sum", "avg", "min", "max", "filled"] as const;
export type MeasureKind = (typeof MEASURES)[number];
export type Measure = { name: string; kind: MeasureKind; field: FieldMeta };

export function measuresOf(object: ObjectMeta, names: string[]): Measure[] {
  return names.flatMap((name) => {
    const [code, ...rest] = name.split(":");
    const kind = MEASURES.find((known) => known === code);
    const field = fieldOf(object, rest.join(":"));
    const suits = kind !== undefined && field !== undefined && kindsOf(field).includes(kind);
    return suits ? [{ name, kind, field }] : [];
  });
}

export function kindsOf(field: FieldMeta): MeasureKind[] {
  switch (field.kind) {
    case "number":
    case "money":
      return ["sum", "avg", "min", "max", "filled"];
    case "percent":
      return ["avg", "min", "max", "filled"];
    case "date":
    case "instant":
      return ["min", "max", "filled"];
    default:
      return ["filled"];
  }
}

export function measureName(kind: MeasureKind, field: FieldMeta): string {
  return `${kind}:${field.name}`;
}

/** A field is told in one way at a time. */
export function withMeasure(
  measures: string[],
  field: FieldMeta,
  kind: MeasureKind | undefined,
): string[] {
  const others = measures.filter((name) => name.slice(name.indexOf(":") + 1) !== field.name);
  return kind === undefined ? others : [...others, measureName(kind, field)];
}

/** A measure of a group in words; the full number where it is shown in short. */
export function measureWords({ kind, name, field }: Measure, group: Group): string {
  const value: Measured = group.measures[name] ?? null;
  if (kind === "filled") {
    return group.count === 0 ? "—" : formatPercent(Number(value ?? 0) / group.count, 0);
  }
  if (value === null) {
    return "—";
  }
  if (typeof value === "object" && "mixed" in value) {
    return i18next.t("grouping.mixed");
  }
  if (isMoney(value)) {
    const amount = formatMoney(value, kind === "sum" ? 0 : 2);
    return "converted" in value ? i18next.t("grouping.converted", { amount }) : amount;
  }
  return field.kind === "number" ? formatNumber(Number(value), 2) : plainText(field, value);
}
