import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";

export type Entry = { id: string; version: number } & Record<string, unknown>;
type Body = Record<string, unknown>;

export const PASSWORD = "a long enough password";

/** The interface as somebody's program sees it; an answer that is no success fails the journey. */
export class Api {
  readonly request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.request = request;
  }

  async logIn(userName: string, password: string): Promise<void> {
    await this.request.get("/api/session");
    await this.post("/api/session", { userName, password });
  }

  get<T = Body>(path: string): Promise<T> {
    return this.send<T>("GET", path);
  }

  post<T = Body>(path: string, body?: unknown): Promise<T> {
    return this.send<T>("POST", path, body);
  }

  put<T = Body>(path: string, body?: unknown): Promise<T> {
    return this.send<T>("PUT", path, body);
  }

  create(path: string, record: Body): Promise<Entry> {
    return this.post<Entry>(`/api/${path}`, record);
  }

  /** Changes a record as it is now, whoever changed it before. */
  async change(path: string, id: string, changes: Body): Promise<Entry> {
    const { version } = await this.get<Entry>(`/api/${path}/${id}`);
    return this.send<Entry>("PATCH", `/api/${path}/${id}`, changes, { "If-Match": `"${version}"` });
  }

  /** Moves a record to the recycle bin. */
  async remove(path: string, id: string): Promise<void> {
    const { version } = await this.get<Entry>(`/api/${path}/${id}`);
    await this.send("DELETE", `/api/${path}/${id}`, undefined, { "If-Match": `"${version}"` });
  }

  /** A user with a password and the given roles. */
  async addUser(user: Body, roles: string[]): Promise<Entry> {
    const created = await this.create("users", { language: "en", ...user });
    await this.put(`/api/users/${created.id}/password`, { newPassword: PASSWORD });
    await this.put(`/api/users/${created.id}/roles`, { roles });
    return created;
  }

  /** Brings a file in as an import does, each column under the name of its field. */
  async importFile(object: string, name: string, text: string): Promise<void> {
    const answer = await this.request.post("/api/imports", {
      headers: { "X-XSRF-TOKEN": await this.csrfToken() },
      multipart: { object, file: { name, mimeType: "text/csv", buffer: Buffer.from(text) } },
    });
    expect(answer.ok(), `import of ${name}: ${await words(answer)}`).toBe(true);
    const { id } = (await answer.json()) as { id: string };
    await this.post(`/api/imports/${id}/run`, {});
    await expect
      .poll(async () => (await this.get(`/api/imports/${id}`)).state, { timeout: 120_000 })
      .toBe("done");
  }

  /** Waits until a piece of background work is over, and well. */
  async finish(job: string): Promise<void> {
    await expect
      .poll(async () => (await this.get(`/api/jobs/${job}`)).state, { timeout: 60_000 })
      .not.toMatch(/queued|running/);
    const { state, error } = await this.get(`/api/jobs/${job}`);
    expect(state, String(error)).toBe("done");
  }

  private async send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const answer = await this.request.fetch(path, {
      method,
      headers: { ...headers, "X-XSRF-TOKEN": await this.csrfToken() },
      ...(body === undefined ? {} : { data: body }),
    });
    expect(answer.ok(), `${method} ${path}: ${await words(answer)}`).toBe(true);
    const text = await answer.text();
    return (text === "" ? {} : JSON.parse(text)) as T;
  }

  private async csrfToken(): Promise<string> {
    const { cookies } = await this.request.storageState();
    return cookies.find((cookie) => cookie.name === "XSRF-TOKEN")?.value ?? "";
  }
}

async function words(answer: APIResponse): Promise<string> {
  return answer.ok() ? "" : `${answer.status()} ${await answer.text()}`;
}
