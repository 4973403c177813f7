import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { request } from "@/shared/http";
import type { FieldMeta, ObjectMeta } from "@/shared/meta";
import { useSlowed } from "@/shared/slowed";

/** What one record does not have. */
export type HiddenParts = { sections: string[]; fields: string[] };
type Stored = { id: string; version: number };

const WAIT = 200;

/**
 * The sections and fields that a record does not have, as it is stored or as it is being typed. The
 * server knows: conditions are filters, and there is one engine for them.
 */
export function useHiddenParts(
  object: ObjectMeta,
  record: Stored | undefined,
  values?: Record<string, unknown>,
): HiddenParts {
  const conditional: HiddenParts = {
    sections: object.sections.flatMap((section) => (section.conditional ? [section.name] : [])),
    fields: object.layout?.conditional ?? [],
  };
  const watched = object.layout?.watched ?? [];
  const typed = Object.fromEntries(
    watched.flatMap((name) => (values && name in values ? [[name, values[name] ?? null]] : [])),
  );
  const body = { id: record?.id ?? null, values: useSlowed(typed, WAIT) };
  const isConditional = conditional.sections.length + conditional.fields.length > 0;
  const answer = useQuery({
    queryKey: ["records", object.name, "hidden-parts", record?.version, body],
    queryFn: ({ signal }) =>
      request<HiddenParts>("POST", `/api/layouts/${object.name}/hidden-parts`, { body, signal }),
    enabled: isConditional,
    placeholderData: keepPreviousData,
  });
  return answer.data ?? (answer.isError ? { sections: [], fields: [] } : conditional);
}

/** The sections that are left; a form keeps the fields without which nothing is saved. */
export function withoutHidden<T extends { name: string; fields: FieldMeta[] }>(
  sections: T[],
  hidden: HiddenParts,
  keeps: (field: FieldMeta) => boolean,
): T[] {
  return sections
    .map((section) => ({
      ...section,
      fields: section.fields.filter(
        (field) =>
          keeps(field) ||
          !(hidden.sections.includes(section.name) || hidden.fields.includes(field.name)),
      ),
    }))
    .filter(({ fields }) => fields.length > 0);
}
