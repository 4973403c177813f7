import { readFileSync } from "node:fs";
import { join } from "node:path";

export const LANGUAGE = process.env.GUIDE_LANGUAGE === "en" ? "en" : "zh-CN";
const WEB = join(import.meta.dirname, "..", "..", "web", "src");

type Words = { [key: string]: string | Words };

/** What stands on the screen in the language of the pictures, by the key that the screens have. */
export function say(key: string, values: Record<string, string | number> = {}): string {
  const [part = "", ...rest] = key.split(".");
  const folder = part === "app" || part === "shared" ? part : join("features", part);
  const file = join(WEB, folder, "locales", `${LANGUAGE}.json`);
  const found = wordsAt(JSON.parse(readFileSync(file, "utf8")), rest);
  if (found === undefined) {
    throw new Error(`There are no words ${key}`);
  }
  return found.replaceAll(/{{(\w+)}}/g, (_, name: string) => String(values[name] ?? ""));
}

/** The same as a pattern: Ant Design puts a gap between the two characters of a short button. */
export function said(key: string, values: Record<string, string | number> = {}): RegExp {
  const letters = Array.from(say(key, values), (letter) =>
    letter.replace(/[\\^$.*+?()[\]{}|/]/u, "\\$&"),
  );
  return new RegExp(`^${letters.length === 2 ? letters.join("\\s?") : letters.join("")}$`, "u");
}

function wordsAt(words: Words, path: string[]): string | undefined {
  const [first = "", ...rest] = path;
  const found = words[first] ?? words[`${first}_other`];
  return typeof found === "object" ? wordsAt(found, rest) : found;
}
