import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { markOf, sendFile } from "./send-file";
import type { Upload } from "./uploads";

const SIZE = 600 * 1024;
const UPLOAD = { id: "u", object: "customer", record: "r", name: "a", size: SIZE };

let received = 0;
let breaksAt: number | undefined;
const offsets: number[] = [];

beforeEach(() => {
  received = 0;
  breaksAt = undefined;
  offsets.length = 0;
  vi.stubGlobal("fetch", answer);
});

afterEach(() => vi.unstubAllGlobals());

/** A server that takes pieces and says how much it has; once the line breaks half-way. */
async function answer(address: string, options: RequestInit): Promise<Response> {
  if (options.method === "PUT") {
    const offset = Number(new URL(address, "http://x").searchParams.get("offset"));
    offsets.push(offset);
    const size = options.body instanceof Blob ? options.body.size : 0;
    if (breaksAt !== undefined && offset + size > breaksAt) {
      received = breaksAt;
      breaksAt = undefined;
      throw new TypeError("Failed to fetch");
    }
    received = offset + size;
  }
  const body = JSON.stringify({ ...UPLOAD, received, done: received === SIZE });
  return new Response(body, { headers: { "Content-Type": "application/json" } });
}

function upload(): Upload {
  const file = new File([new Uint8Array(SIZE)], "a", { lastModified: 5 });
  return {
    key: 1,
    file,
    object: "customer",
    path: "customers",
    record: "r",
    sent: 0,
    state: "sending",
  };
}

test("sends a file piece by piece", async () => {
  await sendFile(upload(), new AbortController().signal, () => undefined);

  expect(received).toBe(SIZE);
  expect(offsets.length).toBeGreaterThan(1);
  expect(offsets[0]).toBe(0);
});

test("goes on behind what has arrived when the line is back", async () => {
  breaksAt = 300_000;
  const states: (string | undefined)[] = [];
  const sending = sendFile(upload(), new AbortController().signal, ({ state }) => {
    states.push(state);
    if (state === "offline") {
      setTimeout(() => window.dispatchEvent(new Event("online")));
    }
  });
  await sending;

  expect(states).toContain("offline");
  expect(offsets).toContain(300_000);
  expect(received).toBe(SIZE);
});

test("knows the same file again", () => {
  expect(markOf(upload().file)).toBe(`a|${SIZE}|5`);
});
