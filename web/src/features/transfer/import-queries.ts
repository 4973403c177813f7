import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { get, request } from "@/shared/http";
import type { FieldKind } from "@/shared/meta";
import type { FieldProblem } from "@/shared/problem";
import type { Page } from "@/shared/records";

export type Policy = "create" | "update" | "skip" | "fill";

export type ImportState =
  | "draft"
  | "queued"
  | "running"
  | "done"
  | "failed"
  | "cancelled"
  | "undoing"
  | "undone";

export type ImportSettings = {
  mapping: Record<string, string>;
  matchField?: string | null;
  policy: Policy;
  createMissing: string[];
  dateOrder?: "dmy" | "mdy" | null;
};

/** A field that a column of the file can fill. */
export type ImportField = { name: string; label: string; kind: FieldKind; required: boolean };

export type Header = {
  column: number;
  name: string;
  sample?: string | null;
  field?: string | null;
  /** Records compute by themselves what it tells. */
  computed?: boolean;
};

export type PreviewRow = {
  line: number;
  values: Record<string, unknown>;
  errors: FieldProblem[];
};

/** What is wrong with a line that was not taken; no field means the whole line. */
export type BadValue = {
  line: number;
  field: string;
  code: string;
  message: string;
  value: string;
};

export type ImportDetail = {
  id: string;
  object: string;
  fileName: string;
  size: number;
  encoding?: string | null;
  delimiter?: string | null;
  sheet?: string | null;
  sheets?: string[];
  headers: Header[];
  rows?: number | null;
  settings: ImportSettings;
  /** The stored mapping that was chosen. */
  mapping?: string | null;
  fields: ImportField[];
  matchFields: string[];
  creatable: string[];
  problems: FieldProblem[];
  preview: PreviewRow[];
  badValues: BadValue[];
  state: ImportState;
  jobId?: string | null;
  counts?: Record<"read" | "created" | "updated" | "skipped" | "bad", number> | null;
  keptOnUndo?: { object: string; id: string; title: string }[] | null;
  createdAt?: string | null;
};

export type ImportChange = {
  settings?: ImportSettings;
  mapping?: string;
  encoding?: string;
  delimiter?: string;
  sheet?: string;
};

/** The words for a field; what is wrong with a whole line names none. */
export function labelOf(data: ImportDetail, name: string): string {
  return data.fields.find((field) => field.name === name)?.label ?? name;
}

export function isBusy(state: ImportState): boolean {
  return state === "queued" || state === "running" || state === "undoing";
}

export function importsOptions() {
  return infiniteQueryOptions({
    queryKey: ["imports", "list"],
    queryFn: ({ pageParam, signal }) =>
      get<Page<ImportDetail>>("/api/imports", { cursor: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor || undefined,
  });
}

export function importOptions(id: string) {
  return queryOptions({
    queryKey: ["imports", id],
    queryFn: ({ signal }) => get<ImportDetail>(`/api/imports/${id}`, undefined, signal),
    refetchInterval: ({ state }) => {
      return state.data !== undefined && isBusy(state.data.state) ? 3000 : false;
    },
  });
}

export function useUpload() {
  return useMutation({
    mutationFn: ({ file, object }: { file: File; object: string }) => {
      const body = new FormData();
      body.append("file", file);
      body.append("object", object);
      return request<ImportDetail>("POST", "/api/imports", { body });
    },
  });
}

export function useChangeImport(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ImportChange) =>
      request<ImportDetail>("PATCH", `/api/imports/${id}`, { body: change }),
    onSuccess: (changed) => client.setQueryData(importOptions(id).queryKey, changed),
  });
}

const VERBS = { run: "POST", undo: "POST", cancellation: "PUT" } as const;

export function useSteerImport(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (verb: keyof typeof VERBS) =>
      request<ImportDetail | undefined>(VERBS[verb], `/api/imports/${id}/${verb}`),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["imports"] }),
        client.invalidateQueries({ queryKey: ["jobs"] }),
      ]),
  });
}
