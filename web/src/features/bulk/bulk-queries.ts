import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { get, request } from "@/shared/http";
import { keepText } from "@/shared/kept";
import type { Page } from "@/shared/records";

export type BulkAction = "edit" | "paste" | "delete";

/** What somebody wants to do with many records. */
export type BulkOrder = {
  object: string;
  action: BulkAction;
  ids?: string[];
  all?: boolean;
  filter?: unknown;
  q?: string | undefined;
  changes?: Record<string, unknown>;
  block?: { fields: string[]; cells: string[][] };
};

export type CellError = { field: string; code: string; message: string };

export type BulkExample = {
  id: string;
  title?: string | null;
  outcome: string;
  from: Record<string, unknown>;
  to: Record<string, unknown>;
  errors: CellError[];
};

export type BulkPreview = {
  matching: number;
  changed: number;
  same: number;
  refused: number;
  gone: number;
  badCells: number;
  following: { object: string; count: number }[];
  examples: BulkExample[];
};

export const COUNTS = ["changed", "same", "refused", "gone", "failed", "undone", "kept"] as const;

export type BulkRun = {
  id: string;
  object: string;
  action: BulkAction;
  changes: Record<string, unknown>;
  state: "queued" | "running" | "done" | "failed" | "cancelled" | "undoing" | "undone";
  items: number;
  counts: Record<(typeof COUNTS)[number], number>;
  jobId?: string | null;
  undoJobId?: string | null;
  undoUntil?: string | null;
};

export type BulkFailure = {
  number: number;
  id: string;
  title?: string | null;
  outcome: string;
  reason: string;
  fields: string[];
};

const RUNS = "/api/bulk-runs";
const WATCHED = ["bulk", "watched"];
const KEPT = "kezhi.bulk";

export function isBusy(run: BulkRun): boolean {
  return run.state === "queued" || run.state === "running" || run.state === "undoing";
}

/** The job that is at work for a run. */
export function jobOf(run: BulkRun): string | undefined {
  return (run.state === "undoing" ? run.undoJobId : run.jobId) ?? undefined;
}

export function runOptions(id: string) {
  return queryOptions({
    queryKey: ["bulk", "run", id],
    queryFn: ({ signal }) => get<BulkRun>(`${RUNS}/${id}`, undefined, signal),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? 5000 : false),
  });
}

export function failuresOptions(id: string) {
  return infiniteQueryOptions({
    queryKey: ["bulk", "failures", id],
    queryFn: ({ pageParam, signal }) =>
      get<Page<BulkFailure>>(`${RUNS}/${id}/failures`, { cursor: pageParam || undefined }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor || undefined,
  });
}

export function usePreview() {
  return useMutation({
    meta: { showsProblem: true },
    mutationFn: (body: BulkOrder) => request<BulkPreview>("POST", `${RUNS}/preview`, { body }),
  });
}

/** Starts a run and has it watched, so that it can be cancelled and undone from wherever one is. */
export function useStartRun() {
  const client = useQueryClient();
  const { watch } = useWatched();
  return useMutation({
    mutationFn: (body: BulkOrder) => request<BulkRun>("POST", RUNS, { body }),
    onSuccess: (run) => {
      client.setQueryData(runOptions(run.id).queryKey, run);
      watch(run.id);
    },
  });
}

export function useSteerRun(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (verb: "cancellation" | "undo") =>
      request<BulkRun>(verb === "undo" ? "POST" : "PUT", `${RUNS}/${id}/${verb}`),
    onSuccess: (run) => client.setQueryData(runOptions(id).queryKey, run),
  });
}

/** The runs that somebody has started in this tab and not yet put aside; they survive a reload. */
export function useWatched() {
  const client = useQueryClient();
  const ids = useQuery({
    queryKey: WATCHED,
    queryFn: kept,
    initialData: kept,
    staleTime: Infinity,
  });
  function change(next: (ids: string[]) => string[]) {
    const now = next(client.getQueryData<string[]>(WATCHED) ?? []);
    client.setQueryData(WATCHED, now);
    keepText(sessionStorage, KEPT, now.join(","));
  }
  return {
    ids: ids.data,
    watch: (id: string) => change((known) => [...known, id]),
    putAside: (id: string) => change((known) => known.filter((other) => other !== id)),
  };
}

function kept(): string[] {
  return (sessionStorage.getItem(KEPT) ?? "").split(",").filter(Boolean);
}
