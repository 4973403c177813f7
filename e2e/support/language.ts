import type { Page } from "@playwright/test";

/** What the program says by itself on a page; the texts of people are no part of it. */
const SAID = [
  "h2",
  "h3",
  "label",
  "legend",
  "th",
  "[role=tab]",
  "[role=menuitem]",
  "main > header button",
  "[placeholder]",
  ".ant-segmented-item",
  ".ant-empty-description",
].join();

/** Names and signs that are the same in Chinese. */
const NAMES =
  /\b(Kezhi|CSV|XLSX|vCard|RFM|API|CRM|URL|PDF|SMTP|STARTTLS|TLS|HTTPS?|iCal\w*|Ctrl|Esc|Enter|Shift|Alt|English|admin|https?:\S+|[\w.]+@[\w.]+|\w\.\w+)\b/g;

/** What a page says in a language that is not the chosen one. */
export async function foreignWords(page: Page, language: "en" | "zh-CN"): Promise<string[]> {
  const said = await page
    .locator(SAID)
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.closest("[data-written], [lang]:not(html)") === null)
        .flatMap((element) => [
          element.getAttribute("placeholder") ?? "",
          element.getAttribute("aria-label") ?? "",
          element.textContent ?? "",
        ]),
    );
  const foreign =
    language === "en"
      ? (words: string) => /\p{Script=Han}/u.test(words)
      : (words: string) => /[A-Za-z]{3}/.test(words.replace(NAMES, ""));
  return [...new Set(said.map((words) => words.trim()).filter(foreign))];
}
