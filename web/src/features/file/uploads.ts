import { useSyncExternalStore } from "react";
import { isProblem } from "@/shared/problem";
import { sendFile } from "./send-file";

export type Upload = {
  key: number;
  file: File;
  object: string;
  path: string;
  record: string;
  /** Of which file it is a new version. */
  versionOf?: string | undefined;
  sent: number;
  state: "waiting" | "sending" | "offline" | "failed";
  problem?: string;
};

export type Target = Pick<Upload, "object" | "path" | "record" | "versionOf">;

const AT_ONCE = 2;

/** What is being sent outlives the page that it was dropped on. */
let uploads: readonly Upload[] = [];
let lastKey = 0;
const stops = new Map<number, AbortController>();
const listeners = new Set<() => void>();
let arrived: (path: string, record: string) => void = () => undefined;

/** Is told whenever a file has become part of a record. */
export function onArrival(listener: typeof arrived): void {
  arrived = listener;
}

function set(next: readonly Upload[]) {
  uploads = next;
  for (const listener of listeners) {
    listener();
  }
}

function change(key: number, part: Partial<Upload>) {
  set(uploads.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)));
}

export function useUploads(record: string): Upload[] {
  const all = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => uploads,
  );
  return all.filter((upload) => upload.record === record);
}

export function addUploads(files: Iterable<File>, targetOf: (file: File) => Target) {
  const added: Upload[] = [];
  for (const file of files) {
    lastKey += 1;
    added.push({ ...targetOf(file), key: lastKey, file, sent: 0, state: "waiting" });
  }
  set([...uploads, ...added]);
  startNext();
}

export function retryUpload(key: number) {
  change(key, { state: "waiting" });
  startNext();
}

/** Stops sending; what has arrived stays until it is discarded. */
export function dropUpload(key: number) {
  stops.get(key)?.abort();
  stops.delete(key);
  set(uploads.filter((upload) => upload.key !== key));
  startNext();
}

function startNext() {
  const next = uploads.find(({ state }) => state === "waiting");
  if (next !== undefined && stops.size < AT_ONCE) {
    void run(next);
    startNext();
  }
}

async function run(upload: Upload) {
  const stop = new AbortController();
  stops.set(upload.key, stop);
  change(upload.key, { state: "sending" });
  try {
    await sendFile(upload, stop.signal, (part) => change(upload.key, part));
    stops.delete(upload.key);
    set(uploads.filter(({ key }) => key !== upload.key));
    arrived(upload.path, upload.record);
  } catch (fault) {
    stops.delete(upload.key);
    change(upload.key, {
      state: "failed",
      problem: isProblem(fault) ? [fault.title, fault.detail].filter(Boolean).join(" ") : "",
    });
  }
  startNext();
}

// Whoever leaves while a file is on its way is asked first.
window.addEventListener("beforeunload", (event) => {
  if (uploads.some(({ state }) => state !== "failed")) {
    event.preventDefault();
  }
});
