import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { showZone } from "./format";
import { get } from "./http";

export type FieldKind =
  | "text"
  | "longText"
  | "number"
  | "money"
  | "percent"
  | "date"
  | "instant"
  | "yesNo"
  | "choice"
  | "choices"
  | "reference"
  | "references"
  | "phone"
  | "email"
  | "url"
  | "creditCode";

export type Choice = {
  value: string;
  label: string;
  color?: string | null;
  /** Stays where it is, but can no longer be chosen. */
  retired?: boolean;
};

export type FieldMeta = {
  name: string;
  kind: FieldKind;
  label: string;
  help?: string;
  required: boolean;
  readOnly: boolean;
  sortable: boolean;
  filterable?: boolean;
  maxLength?: number;
  options?: Choice[];
  reference?: string;
  /** Where the currency of an amount stands; with a dot, in the record that a reference points to. */
  currencyField?: string;
  /** What a new record holds by itself, where that is known before. */
  defaultValue?: unknown;
};

export type SectionMeta = {
  name: string;
  label: string;
  fields: string[];
  columns?: number | null;
  /** Whether only some records have it. */
  conditional?: boolean;
};

/** A tab or card that a module adds to record pages. */
export type PartMeta = {
  name: string;
  place: "tab" | "centre" | "side";
  label: string;
  /** The lists of referring records that it takes the place of, as "orderLine.order". */
  covers: string[];
};

export type LayoutMeta = {
  hidden: string[];
  tabs: string[];
  hiddenTabs: string[];
  cards: string[];
  hiddenCards: string[];
  /** The fields that some records only have. */
  conditional: string[];
  /** The fields on which it depends what a record has. */
  watched: string[];
};

export type ObjectMeta = {
  name: string;
  path: string;
  label: string;
  pluralLabel: string;
  icon?: string;
  group?: string;
  titleField: string;
  rights: Record<"create" | "update" | "delete" | "import" | "export", boolean>;
  defaultColumns: string[];
  defaultSort: string;
  quickCreate: string[];
  fields: FieldMeta[];
  sections: SectionMeta[];
  parts: PartMeta[];
  /** How pages and forms are arranged, where somebody has arranged them. */
  layout?: LayoutMeta | null;
  related: { object: string; field: string; label: string; follows?: boolean }[];
  matchFields?: string[];
  treeField?: string | null;
  /** The kinds of record that stand in its history. */
  timeline: string[];
};

export type Meta = {
  objects: ObjectMeta[];
  settings: { baseCurrency: string; zone: string };
};

/** Who and what comes first where kinds of record stand side by side. */
const RANKING = ["customer", "contact", "activity", "order", "orderLine", "product"];

/** What few people work with; every other kind stands between. */
const LAST = ["user", "unit", "role"];

export function byRank<T>(items: T[], nameOf: (item: T) => string): T[] {
  const rank = (item: T) => {
    const index = RANKING.indexOf(nameOf(item));
    return index === -1 ? RANKING.length + 1 + LAST.indexOf(nameOf(item)) : index;
  };
  return items.toSorted((a, b) => rank(a) - rank(b));
}

export function metaOptions(language = i18next.language) {
  return queryOptions({
    queryKey: ["meta", language],
    queryFn: async ({ signal }) => ordered(await get<Meta>("/api/meta", undefined, signal)),
    // What others have changed of names, fields and defaults is there with the next page.
    staleTime: 60_000,
  });
}

function ordered(meta: Meta): Meta {
  showZone(meta.settings.zone);
  return { ...meta, objects: byRank(meta.objects, (object) => object.name) };
}

export function useMeta(): Meta {
  const { i18n } = useTranslation();
  return useSuspenseQuery(metaOptions(i18n.language)).data;
}

export function useObjectMeta(name: string): ObjectMeta | undefined {
  return useMeta().objects.find((object) => object.name === name);
}

export function useObjectAt(path: string): ObjectMeta | undefined {
  return useMeta().objects.find((object) => pathOf(object) === path);
}

/** The address part of an object type, without a leading slash. */
export function pathOf(object: ObjectMeta): string {
  return object.path.replace(/^\//, "");
}

export function fieldOf(object: ObjectMeta, name: string): FieldMeta | undefined {
  return object.fields.find((field) => field.name === name);
}

/** A field of a record, or of the record that one of its references points to: "customer.city". */
export function fieldThrough(
  objects: ObjectMeta[],
  object: ObjectMeta,
  name: string,
): FieldMeta | undefined {
  const own = fieldOf(object, name);
  const dot = name.indexOf(".");
  if (own !== undefined || dot < 0) {
    return own;
  }
  const reference = fieldOf(object, name.slice(0, dot));
  const target = objects.find((known) => known.name === reference?.reference);
  const field = target && fieldOf(target, name.slice(dot + 1));
  return reference && field && { ...field, name, label: `${reference.label} · ${field.label}` };
}

export function choiceOf(field: FieldMeta, value: unknown): Choice | undefined {
  return field.options?.find((option) => option.value === value);
}

/** The fields in their sections; what belongs to none comes last, under the name of the object. */
export function sectionsOf(
  object: ObjectMeta,
  fields: FieldMeta[],
): (Omit<SectionMeta, "fields"> & { fields: FieldMeta[] })[] {
  const named = object.sections
    .map((section) => ({
      ...section,
      fields: section.fields.flatMap((name) => fields.find((field) => field.name === name) ?? []),
    }))
    .filter((section) => section.fields.length > 0);
  const hidden = object.layout?.hidden ?? [];
  const placed = named.flatMap((section) => section.fields);
  const others = fields.filter(
    (field) => !placed.includes(field) && (field.required || !hidden.includes(field.name)),
  );
  return others.length === 0
    ? named
    : [...named, { name: "", label: object.label, fields: others }];
}
