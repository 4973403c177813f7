import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { Api } from "./api";

type Look = { language: "en" | "zh-CN"; theme: "light" | "dark" };
type Person = { userName: string; password: string };
type SignIn = (look?: Partial<Look>, person?: Person) => Promise<void>;

export const administrator: Person = {
  userName: "admin",
  password: process.env.KEZHI_PASSWORD ?? "",
};

/** A journey with a program to ask, and a page on which nothing fails unnoticed. */
export const test = base.extend<{ signIn: SignIn }, { admin: Api }>({
  baseURL: async ({}, use) => {
    await use(process.env.KEZHI_URL);
  },

  /** The administrator's programs, for the data of a journey. */
  admin: [
    async ({ playwright }, use) => {
      const request = await playwright.request.newContext({
        ...(process.env.KEZHI_URL === undefined ? {} : { baseURL: process.env.KEZHI_URL }),
        extraHTTPHeaders: { "Accept-Language": "en" },
      });
      const api = new Api(request);
      await api.logIn(administrator.userName, administrator.password);
      await use(api);
      await request.dispose();
    },
    { scope: "worker" },
  ],

  page: async ({ page }, use) => {
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.stack ?? error.message));
    page.on("response", (answer) => {
      if (answer.status() >= 500) {
        faults.push(`${answer.status()} ${answer.request().method()} ${answer.url()}`);
      }
    });
    await use(page);
    expect(faults).toEqual([]);
  },

  /** Lets somebody into the page without the form; a journey of its own tests the form. */
  signIn: async ({ page }, use) => {
    await use(async (look = {}, person = administrator) => {
      const api = new Api(page.request);
      await api.logIn(person.userName, person.password);
      await api.put("/api/session/preferences", { language: "en", theme: "light", ...look });
    });
  },
});

export { expect };

/** Title and actions of a page; an empty list offers some of them a second time. */
export function headOf(page: Page): Locator {
  return page.getByRole("main").locator("header");
}

/** The address of a list with a filter. */
export function listOf(path: string, filter: unknown): string {
  return `/${path}?${new URLSearchParams({ filter: JSON.stringify(filter) })}`;
}
