import base from "./playwright.config.ts";
const { globalSetup: _, ...rest } = base;
export default { ...rest, timeout: 120_000, expect: { timeout: 8_000 }, use: { ...rest.use, actionTimeout: 10_000 } };
