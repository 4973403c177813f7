import dayjs from "dayjs";
import i18next, { type ResourceLanguage } from "i18next";
import { initReactI18next } from "react-i18next";
import "dayjs/locale/zh-cn";
import { keepText } from "@/shared/kept";
import { type Language, onSwitchLanguage } from "@/shared/language";
import type { words } from "./locales-en";

const LANGUAGES: Language[] = ["zh-CN", "en"];

const KEY = "kezhi.language";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof words };
    returnNull: false;
  }
}

export async function startI18n(): Promise<void> {
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await load(language) } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  settle(language);
  onSwitchLanguage(changeLanguage);
}

export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "translation")) {
    i18next.addResourceBundle(language, "translation", await load(language));
  }
  await i18next.changeLanguage(language);
  keepText(localStorage, KEY, language);
  settle(language);
}

export function isLanguage(text: string | null | undefined): text is Language {
  return LANGUAGES.some((language) => language === text);
}

function settle(language: Language): void {
  document.documentElement.lang = language;
  dayjs.locale(language === "zh-CN" ? "zh-cn" : "en");
}

function firstLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  if (isLanguage(kept)) {
    return kept;
  }
  return navigator.language.startsWith("zh") || !navigator.language.startsWith("en")
    ? "zh-CN"
    : "en";
}

async function load(language: Language): Promise<ResourceLanguage> {
  const module = language === "en" ? await import("./locales-en") : await import("./locales-zh-cn");
  return module.words;
}
