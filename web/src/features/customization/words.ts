import { useTranslation } from "react-i18next";
import type { Words } from "./customization-queries";

/** The text in the language of the screen, and the same in the other one. */
export function useWords(): {
  inMine: (words: Words) => string;
  inOther: (words: Words) => string;
} {
  const { i18n } = useTranslation();
  const [mine, other] =
    i18n.language === "en" ? (["en", "zhCN"] as const) : (["zhCN", "en"] as const);
  return { inMine: (words) => words[mine], inOther: (words) => words[other] };
}

/** The usual plural of an English word, as a proposal. */
export function pluralOf(word: string): string {
  const singular = word.trim();
  if (singular === "") {
    return "";
  }
  if (/[^aeiou]y$/i.test(singular)) {
    return `${singular.slice(0, -1)}ies`;
  }
  return /(s|x|z|ch|sh)$/i.test(singular) ? `${singular}es` : `${singular}s`;
}

export function trimmed(words: Words): Words {
  return { zhCN: words.zhCN.trim(), en: words.en.trim() };
}
