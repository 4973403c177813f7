import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { get, request } from "@/shared/http";
import type { Page } from "@/shared/records";

export const FORMATS = ["csv", "xlsx", "vcard"] as const;
export type ExportFormat = (typeof FORMATS)[number];

export type ListExport = {
  id: string;
  object: string;
  format: ExportFormat;
  fileName: string;
  jobId: string;
  state: "queued" | "running" | "done" | "failed" | "cancelled";
  done: number;
  total?: number | null;
  size?: number | null;
  createdAt: string;
  expiresAt: string;
};

export type WantedExport = {
  object: string;
  format: ExportFormat;
  filter?: unknown;
  sort?: string[] | undefined;
  columns?: string[] | undefined;
  q?: string | undefined;
};

const LIVE = 1000;
const KEY = ["exports"];

export function isBusy({ state }: ListExport): boolean {
  return state === "queued" || state === "running";
}

export function exportsOptions() {
  return queryOptions({
    queryKey: KEY,
    queryFn: async ({ signal }) =>
      (await get<Page<ListExport>>("/api/exports", undefined, signal)).items,
    refetchInterval: ({ state }) => (state.data?.some(isBusy) ? LIVE : false),
  });
}

export function useStartExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: WantedExport) =>
      request<ListExport>("POST", "/api/exports", { body: wanted }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

/** Stops one that is under way, or throws the file away. */
export function useDropExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>("DELETE", `/api/exports/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function contentAddress(id: string): string {
  return `/api/exports/${id}/content`;
}
