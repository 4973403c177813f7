import { queryOptions } from "@tanstack/react-query";
import { get } from "@/shared/http";
import type { FieldKind } from "@/shared/meta";

/** A text in both languages of the screens. */
export type Words = { zhCN: string; en: string };

export type ObjectDesign = {
  name: string;
  path: string;
  custom: boolean;
  labels: Words;
  pluralLabels: Words;
  /** What the program calls it, where the company calls it otherwise. */
  original: Words | null;
  originalPlural: Words | null;
  icon: string;
  retired: boolean;
};

export type ChoiceDesign = {
  value: string;
  labels: Words;
  color: string | null;
  retired: boolean;
};

export type RollUpFunction = "count" | "sum" | "min" | "max" | "last";

/** What is taken from the records that point here. */
export type RollUp = {
  object: string;
  reference: string;
  function: RollUpFunction;
  field: string | null;
};

export type FieldDesign = {
  name: string;
  custom: boolean;
  kind: FieldKind;
  labels: Words;
  /** What the program calls it, where the company calls it otherwise. */
  original: Words | null;
  help: Words | null;
  required: boolean;
  unique: boolean;
  searchable: boolean;
  readOnly: boolean;
  retired: boolean;
  decimals: number | null;
  reference: string | null;
  /** Of a choice only. */
  choices: ChoiceDesign[] | null;
  defaultValue: string | null;
  formula: string | null;
  rollUp: RollUp | null;
};

export type UseKind = "records" | "view" | "role" | "field" | "formula" | "rollUp" | "layout";
export type Use = { kind: UseKind; label: string; count: number };

type List<T> = { items: T[] };

export const customizationKeys = {
  objects: ["customization", "objects"] as const,
  fields: (object: string) => ["customization", "fields", object] as const,
  /** Looked at once before something is taken away; never fetched anew by a change. */
  uses: ["uses"] as const,
};

export function objectsOptions() {
  return queryOptions({
    queryKey: customizationKeys.objects,
    queryFn: async ({ signal }) => {
      const answer = await get<List<ObjectDesign>>("/api/customization/objects", undefined, signal);
      return answer.items;
    },
  });
}

export function fieldsOptions(object: string) {
  return queryOptions({
    queryKey: customizationKeys.fields(object),
    queryFn: async ({ signal }) => {
      const answer = await get<List<FieldDesign>>(fieldsPath(object), undefined, signal);
      return answer.items;
    },
  });
}

export function usesOptions(path: string) {
  return queryOptions({
    queryKey: [...customizationKeys.uses, path],
    queryFn: async ({ signal }) => (await get<List<Use>>(`${path}/uses`, undefined, signal)).items,
    staleTime: 0,
    gcTime: 0,
  });
}

export function objectPath(object: string): string {
  return `/api/customization/objects/${object}`;
}

export function fieldsPath(object: string): string {
  return `${objectPath(object)}/fields`;
}

export function fieldPath(object: string, field: string): string {
  return `${fieldsPath(object)}/${field}`;
}
