import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config";

/** Draws the pictures of the user guide; bin/pictures runs it, the tests do not. */
export default defineConfig({
  ...journeys,
  testDir: "guide",
  testMatch: "*.pictures.ts",
  globalSetup: "./guide/global-setup.ts",
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: { ...journeys.use, actionTimeout: 20_000 },
});
