import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { LANGUAGE } from "./words";

const FOLDER = join(import.meta.dirname, "..", "..", "docs", "images", "guide", LANGUAGE);
const QUALITY = 80;
/** What Ant Design's dialogs and menus are while they come and go. */
const MOVING = "[class*='-enter-active'], [class*='-appear-active'], [class*='-leave-active']";
const MOST_BYTES = 200_000;

/** Keeps what is in sight as a picture of the guide, once nothing is under way any more. */
export async function draw(page: Page, name: string): Promise<void> {
  await expect(page.locator("h1").first()).toBeVisible();
  await expect(page.locator(".ant-skeleton, [aria-busy=true], .ant-spin-spinning")).toHaveCount(0);
  await expect(page.locator(MOVING).filter({ visible: true })).toHaveCount(0);
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  const devTools = await page.context().newCDPSession(page);
  const { data } = await devTools.send("Page.captureScreenshot", {
    format: "webp",
    quality: QUALITY,
  });
  const bytes = Buffer.from(data, "base64");
  expect(bytes.length).toBeLessThan(MOST_BYTES);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.webp`), bytes);
}
