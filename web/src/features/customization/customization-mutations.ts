import { useMutation, useQueryClient } from "@tanstack/react-query";
import { request } from "@/shared/http";
import {
  customizationKeys,
  type FieldDesign,
  fieldPath,
  fieldsOptions,
  fieldsPath,
  type ObjectDesign,
  objectPath,
  type Words,
} from "./customization-queries";
import type { FieldBody } from "./field-values";

export type ObjectBody = {
  labels: Words;
  pluralLabels: Words;
  icon: string;
  owned: boolean;
};

type ObjectChange = Partial<Omit<ObjectBody, "owned">> & { retired?: boolean };
type FieldChange = Partial<FieldBody> & { retired?: boolean };

const UNTOUCHED: readonly unknown[] = ["session", ...customizationKeys.uses];

/** Lists, forms, filters, rights and searches all know the fields, so all of them ask anew. */
function useRefresh() {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({ predicate: ({ queryKey }) => !UNTOUCHED.includes(queryKey[0]) });
}

export function useCreateObject() {
  const refresh = useRefresh();
  return useMutation({
    meta: { showsProblem: true },
    mutationFn: (body: ObjectBody) =>
      request<ObjectDesign>("POST", "/api/customization/objects", { body }),
    onSuccess: refresh,
  });
}

export function useChangeObject(object: string) {
  const refresh = useRefresh();
  return useMutation({
    meta: { showsProblem: true },
    mutationFn: (body: ObjectChange) =>
      request<ObjectDesign>("PATCH", objectPath(object), { body }),
    onSuccess: refresh,
  });
}

export function useCreateField(object: string) {
  const refresh = useRefresh();
  return useMutation({
    meta: { showsProblem: true },
    mutationFn: (body: FieldBody) => request<FieldDesign>("POST", fieldsPath(object), { body }),
    onSuccess: refresh,
  });
}

export function useChangeField(object: string, field: string) {
  const refresh = useRefresh();
  return useMutation({
    meta: { showsProblem: true },
    mutationFn: (body: FieldChange) =>
      request<FieldDesign>("PATCH", fieldPath(object, field), { body }),
    onSuccess: refresh,
  });
}

/**
 * Takes away an object or a field for good.
 * @param leave goes to where it is no longer shown, before all else is fetched anew
 */
export function useRemove(path: string, leave: () => void | Promise<void>) {
  const refresh = useRefresh();
  return useMutation({
    meta: { showsProblem: true },
    mutationFn: () => request<void>("DELETE", path),
    onSuccess: async () => {
      await leave();
      refresh();
    },
  });
}

type Labels = { labels: Words; pluralLabels?: Words };

/** Calls something of the program otherwise; nothing takes its own name back. */
export function useRename(path: string) {
  const refresh = useRefresh();
  return useMutation({
    meta: { showsProblem: true },
    mutationFn: (body: Labels | undefined) =>
      request<void>(body === undefined ? "DELETE" : "PUT", `${path}/labels`, { body }),
    onSuccess: refresh,
  });
}

/** The rows stand where they were dropped before the server has answered. */
export function useOrderFields(object: string) {
  const client = useQueryClient();
  const refresh = useRefresh();
  const { queryKey } = fieldsOptions(object);
  return useMutation({
    mutationFn: (fields: FieldDesign[]) =>
      request<void>("PUT", `${objectPath(object)}/field-order`, {
        body: { fields: fields.map(({ name }) => name) },
      }),
    onMutate: async (fields) => {
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, (known) => [
        ...fields,
        ...(known ?? []).filter(({ custom }) => !custom),
      ]);
    },
    onSettled: refresh,
  });
}
