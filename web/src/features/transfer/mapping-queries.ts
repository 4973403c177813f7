import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { get, request } from "@/shared/http";
import type { ImportSettings } from "./import-queries";

/** The choices for an import under a name. */
export type SavedMapping = {
  id: string;
  object: string;
  name: string;
  shared: boolean;
  own: boolean;
  headers: string[];
  settings: ImportSettings;
};

export function mappingsOptions(object: string) {
  return queryOptions({
    queryKey: ["import-mappings", object],
    queryFn: async ({ signal }) => {
      const list = await get<{ items: SavedMapping[] }>("/api/import-mappings", { object }, signal);
      return list.items;
    },
  });
}

export function useSaveMapping() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Omit<SavedMapping, "id" | "own">) =>
      request<SavedMapping>("POST", "/api/import-mappings", { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["import-mappings"] }),
  });
}

export function useDeleteMapping() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<undefined>("DELETE", `/api/import-mappings/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["import-mappings"] }),
  });
}
