import { queryOptions } from "@tanstack/react-query";
import { get } from "@/shared/http";
import { type Reference, recordKeys } from "@/shared/records";

export const KINDS = ["file", "letter", "fax"] as const;
export type FileKind = (typeof KINDS)[number];
export type Direction = "in" | "out";
export type Preview = "image" | "pdf";

export type FileVersion = {
  number: number;
  name: string;
  type: string;
  size: number;
  preview?: Preview | null;
  createdAt: string;
  createdBy?: Reference | null;
};

export type AttachedFile = {
  id: string;
  version: number;
  object: string;
  record: string;
  name: string;
  kind: FileKind;
  direction?: Direction | null;
  documentDate?: string | null;
  type: string;
  size: number;
  preview?: Preview | null;
  number: number;
  versions: FileVersion[];
};

export type FileList = { items: AttachedFile[]; mayChange: boolean };

/** A file that is arriving, as the server knows it. */
export type FileUpload = {
  id: string;
  object: string;
  record: string;
  name: string;
  size: number;
  received: number;
  mark?: string | null;
  file?: string | null;
  done: boolean;
};

export function fileKeys(path: string, id: string) {
  return [...recordKeys.one(path, id), "files"] as const;
}

export function filesOptions(path: string, id: string) {
  return queryOptions({
    queryKey: fileKeys(path, id),
    queryFn: ({ signal }) => get<FileList>(`/api/${path}/${id}/files`, undefined, signal),
  });
}

/** What this person has begun to send and not finished, in this window or another. */
export function unfinishedOptions(path: string, id: string) {
  return queryOptions({
    queryKey: [...fileKeys(path, id), "uploads"],
    queryFn: async ({ signal }) =>
      (await get<{ items: FileUpload[] }>(`/api/${path}/${id}/uploads`, undefined, signal)).items,
  });
}

export function contentAddress(file: string, number: number): string {
  return `/api/files/${file}/content?number=${number}`;
}

export function pictureAddress(file: string, number: number, large = false): string {
  return `/api/files/${file}/picture?number=${number}${large ? "&large=true" : ""}`;
}

export function pdfAddress(file: string, number: number): string {
  return `/api/files/${file}/pdf?number=${number}`;
}
