import { request } from "@/shared/http";
import { isProblem } from "@/shared/problem";
import type { FileUpload } from "./file-queries";
import type { Upload } from "./uploads";

const SMALLEST = 256 * 1024;
const LARGEST = 16 * 1024 * 1024;
/** A piece shall take about so long, so that progress is seen and little is lost. */
const SECONDS = 2;
const LONGEST_WAIT = 30_000;
/** Answers after which the same piece may well succeed. */
const PASSING = new Set([408, 409, 429, 500, 502, 503, 504]);

type Report = (part: Partial<Upload>) => void;

/** By what a file is known again, also after the page was loaded anew. */
export function markOf(file: File): string {
  return `${file.name}|${file.size}|${file.lastModified}`.slice(-500);
}

/** Sends a file piece by piece, and goes on by itself whenever the line is back. */
export async function sendFile(upload: Upload, stop: AbortSignal, report: Report) {
  let known = await announce(upload, stop);
  let piece = SMALLEST;
  let wait = 1000;
  while (!known.done) {
    report({ sent: known.received, state: "sending" });
    const begun = performance.now();
    try {
      known = await sendPiece(upload.file, known, piece, stop);
      wait = 1000;
    } catch (fault) {
      if (stop.aborted || (isProblem(fault) && !PASSING.has(fault.status))) {
        throw fault;
      }
      report({ state: "offline" });
      await pause(wait, stop);
      wait = Math.min(wait * 2, LONGEST_WAIT);
      known = await currentState(known, stop);
      continue;
    }
    const seconds = (performance.now() - begun) / 1000;
    const fitting = (piece / Math.max(seconds, 0.01)) * SECONDS;
    piece = Math.round(Math.min(LARGEST, Math.max(SMALLEST, fitting)));
  }
}

function announce({ file, object, record, versionOf }: Upload, signal: AbortSignal) {
  return request<FileUpload>("POST", "/api/uploads", {
    body: {
      object,
      record,
      file: versionOf,
      name: file.name,
      size: file.size,
      mark: markOf(file),
    },
    signal,
  });
}

function sendPiece(file: File, known: FileUpload, size: number, signal: AbortSignal) {
  const body = file.slice(known.received, known.received + size);
  const path = `/api/uploads/${known.id}/content`;
  return request<FileUpload>("PUT", path, { query: { offset: known.received }, body, signal });
}

/** How far the server is; while the line is away, as far as was known. */
async function currentState(known: FileUpload, signal: AbortSignal): Promise<FileUpload> {
  try {
    return await request<FileUpload>("GET", `/api/uploads/${known.id}`, { signal });
  } catch (fault) {
    if (signal.aborted || isProblem(fault)) {
      throw fault;
    }
    return known;
  }
}

/** Waits, but not longer than until the browser says that it is online again. */
function pause(millis: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    function end() {
      clearTimeout(timer);
      window.removeEventListener("online", end);
      stop.removeEventListener("abort", end);
      resolve();
    }
    const timer = setTimeout(end, millis);
    window.addEventListener("online", end);
    stop.addEventListener("abort", end);
  });
}
