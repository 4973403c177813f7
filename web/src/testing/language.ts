import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { words as english } from "@/app/locales-en";
import { words as chinese } from "@/app/locales-zh-cn";

export async function startIn(language: "zh-CN" | "en"): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { "zh-CN": { translation: chinese }, en: { translation: english } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}
