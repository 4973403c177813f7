import type { Page } from "@playwright/test";
import type { Api } from "../support/api";
import { test as base } from "../support/test";
import { dress } from "./dress";
import { enter } from "./enter";
import { LANGUAGE } from "./words";

type Studio = { admin: Api; hero: string; twin: string };

/** A page of the dressed demo in the language of the pictures, with the best customer at hand. */
export const test = base.extend<{ stage: Page }, { studio: Studio }>({
  studio: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from it
    async ({}, use) => {
      const admin = await enter();
      await use({ admin, ...(await dress(admin)) });
    },
    { scope: "worker", timeout: 1_200_000 },
  ],

  stage: async ({ page, signIn, studio }, use) => {
    if (studio.hero === "") {
      throw new Error("The demo has no customers");
    }
    await page.emulateMedia({ colorScheme: "light" });
    await signIn({ language: LANGUAGE, theme: "light" });
    await use(page);
  },
});
