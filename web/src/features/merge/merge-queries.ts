import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { get, request } from "@/shared/http";
import { type RecordData, type Reference, recordKeys } from "@/shared/records";

export type MergeOrder = {
  survivor: string;
  records: { id: string; version?: number }[];
  values: Record<string, string>;
};

export type MergedValue = { record: string; changedAt: string; changedBy?: Reference | null };

export type MergedField = {
  field: string;
  chosen?: string | null;
  differs: boolean;
  writable: boolean;
  leader?: string | null;
  values: MergedValue[];
};

export type MergePreview = {
  survivor: string;
  records: RecordData[];
  fields: MergedField[];
  result: Record<string, unknown>;
  moves: { object: string; field: string; count: number }[];
  others: number;
  staying: number;
};

export type RecordMerge = {
  id: string;
  object: string;
  path: string;
  survivor: { id: string; title?: string | null };
  merged: { id: string; title?: string | null }[];
  mergedAt: string;
  mergedBy?: Reference | null;
  undoUntil: string;
  state: "done" | "undone" | "final";
};

type Undone = {
  merge: RecordMerge;
  keptFields: string[];
  kept: number;
  examples: { object: string; id: string; title?: string | null }[];
};

export function previewOptions(path: string, order: MergeOrder) {
  return queryOptions({
    queryKey: ["merge", path, order],
    queryFn: ({ signal }) =>
      request<MergePreview>("POST", `/api/${path}/merges/preview`, { body: order, signal }),
    placeholderData: keepPreviousData,
    // What was true when the dialog was open the last time may no longer be.
    gcTime: 0,
    retry: false,
  });
}

export function mergesOptions(path: string, id: string) {
  return queryOptions({
    queryKey: [...recordKeys.one(path, id), "merges"],
    queryFn: ({ signal }) =>
      get<{ items: RecordMerge[] }>(`/api/${path}/${id}/merges`, undefined, signal),
  });
}

export function useMerge(path: string) {
  const client = useQueryClient();
  return useMutation({
    meta: { showsProblem: true },
    mutationFn: (order: MergeOrder) =>
      request<{ merge: RecordMerge }>("POST", `/api/${path}/merges`, { body: order }),
    onSuccess: () => {
      client.invalidateQueries({ queryKey: ["records"] });
      client.invalidateQueries({ queryKey: ["duplicates"] });
    },
  });
}

export function useUndoMerge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<Undone>("POST", `/api/merges/${id}/undo`),
    onSuccess: () => {
      client.invalidateQueries({ queryKey: ["records"] });
      client.invalidateQueries({ queryKey: ["duplicates"] });
    },
  });
}
