import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { request } from "@/shared/http";
import {
  createRecord,
  deleteRecord,
  type RecordData,
  recordKeys,
  updateRecord,
} from "@/shared/records";

type Key = { id: string; version: number };
type Change = { record: Key; body: Record<string, unknown> };

/** Any write may show in lists, related lists and time lines of other objects. */
export function useRefresh() {
  const client = useQueryClient();
  return (path: string, record?: RecordData) => {
    if (record !== undefined) {
      client.setQueryData(recordKeys.one(path, record.id), record);
    }
    return client.invalidateQueries({ queryKey: ["records"] });
  };
}

export function useCreateRecord(path: string) {
  const refresh = useRefresh();
  return useMutation({
    meta: { showsProblem: true },
    mutationFn: (body: Record<string, unknown>) => createRecord(path, body),
    onSuccess: () => refresh(path),
  });
}

export function useUpdateRecord(path: string) {
  const refresh = useRefresh();
  return useMutation({
    meta: { showsProblem: true },
    mutationFn: ({ record, body }: Change) => updateRecord(path, record, body),
    onSuccess: (record) => refresh(path, record),
  });
}

/** @param leave goes to where the record is no longer shown, before it is forgotten here */
export function useDeleteRecord(path: string, leave: () => void | Promise<void>) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { t } = useTranslation();
  return useMutation({
    mutationFn: (record: Key) => deleteRecord(path, record),
    onSuccess: async (_, record) => {
      message.success(t("writing.deleted"));
      client.invalidateQueries({ queryKey: ["records"], refetchType: "none" });
      await leave();
      client.removeQueries({ queryKey: recordKeys.one(path, record.id) });
    },
  });
}

/** Erases a record that lies in the recycle bin. */
export function useEraseRecord(path: string) {
  const refresh = useRefresh();
  const { message } = App.useApp();
  const { t } = useTranslation();
  return useMutation({
    mutationFn: (id: string) => request<void>("DELETE", `/api/recycle-bin/${path}/${id}`),
    onSuccess: () => {
      message.success(t("writing.trash.erased"));
      return refresh(path);
    },
  });
}

export function useRestoreRecord(path: string) {
  const refresh = useRefresh();
  const { message } = App.useApp();
  const { t } = useTranslation();
  return useMutation({
    mutationFn: (id: string) => request<RecordData>("PUT", `/api/${path}/${id}/restoration`),
    onSuccess: () => {
      message.success(t("writing.restored"));
      return refresh(path);
    },
  });
}
