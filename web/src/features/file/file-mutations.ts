import { useMutation, useQueryClient } from "@tanstack/react-query";
import { request } from "@/shared/http";
import { recordKeys } from "@/shared/records";
import type { AttachedFile, Direction, FileKind } from "./file-queries";

export type FileChange = {
  name: string;
  kind: FileKind;
  direction?: Direction | null | undefined;
  documentDate?: string | null | undefined;
};

/** Files are part of a record's page, its history and its search. */
function useChanged(path: string, id: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: recordKeys.one(path, id) });
}

export function useChangeFile(path: string, file: AttachedFile) {
  const changed = useChanged(path, file.record);
  return useMutation({
    meta: { showsProblem: true },
    mutationFn: (change: FileChange) =>
      request<AttachedFile>("PATCH", `/api/files/${file.id}`, {
        body: change,
        version: file.version,
      }),
    onSuccess: changed,
  });
}

export function useRemoveFile(path: string, record: string) {
  const changed = useChanged(path, record);
  return useMutation({
    mutationFn: (id: string) => request<void>("DELETE", `/api/files/${id}`),
    onSuccess: changed,
  });
}

export function useRestoreFile(path: string, record: string) {
  const changed = useChanged(path, record);
  return useMutation({
    mutationFn: (id: string) => request<AttachedFile>("PUT", `/api/files/${id}/restoration`),
    onSuccess: changed,
  });
}
