import i18next from "i18next";
import { Problem } from "./problem";

type Options = {
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  version?: number;
  signal?: AbortSignal;
};

const SAFE = new Set(["GET", "HEAD"]);

let sessionLost: () => void = () => undefined;

/** Says what happens when the server no longer knows who asks. */
export function onSessionLost(listener: () => void): void {
  sessionLost = listener;
}

export function address(path: string, query: Options["query"] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") {
      search.set(name, String(value));
    }
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

export async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const response = await send(method, path, options);
  const answer: unknown = await readBody(response);
  if (!response.ok) {
    const problem = new Problem(response.status, isObject(answer) ? answer : {});
    if (response.status === 401 && path !== "/api/session") {
      sessionLost();
    }
    throw problem;
  }
  // The contract describes the answer of each address; callers name its type.
  return answer as T;
}

export function get<T>(path: string, query?: Options["query"], signal?: AbortSignal): Promise<T> {
  return request<T>("GET", path, {
    ...(query === undefined ? {} : { query }),
    ...(signal === undefined ? {} : { signal }),
  });
}

async function send(method: string, path: string, options: Options): Promise<Response> {
  const headers = new Headers({
    Accept: "application/json, application/problem+json",
    "Accept-Language": i18next.language ?? "zh-CN",
  });
  if (!SAFE.has(method)) {
    headers.set("X-XSRF-TOKEN", await csrfToken());
  }
  if (options.version !== undefined) {
    headers.set("If-Match", `"${options.version}"`);
  }
  let body: BodyInit | null = null;
  if (options.body instanceof FormData || options.body instanceof Blob) {
    body = options.body;
  } else if (options.body !== undefined) {
    headers.set("Content-Type", "application/json");
    body = JSON.stringify(options.body);
  }
  return fetch(address(path, options.query), {
    method,
    headers,
    body,
    credentials: "same-origin",
    signal: options.signal ?? null,
  });
}

/** The token lives in a cookie that the first answer of the session sets. */
async function csrfToken(): Promise<string> {
  if (cookie("XSRF-TOKEN") === undefined) {
    await fetch("/api/session", { credentials: "same-origin" });
  }
  return cookie("XSRF-TOKEN") ?? "";
}

function cookie(name: string): string | undefined {
  const pair = document.cookie.split("; ").find((part) => part.startsWith(`${name}=`));
  return pair === undefined ? undefined : decodeURIComponent(pair.slice(name.length + 1));
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  const isJson = response.headers.get("Content-Type")?.includes("json") ?? false;
  return text !== "" && isJson ? JSON.parse(text) : undefined;
}

function isObject(value: unknown): value is Record<string, never> {
  return typeof value === "object" && value !== null;
}
