import { useTranslation } from "react-i18next";
import type { LayoutSection } from "./layout-queries";

/** What a section is called in the language of the screen. */
export function useSectionLabel(): (section: LayoutSection) => string {
  const { t, i18n } = useTranslation();
  return ({ labels }) =>
    (i18n.language === "en" ? labels?.en : labels?.zhCN) || t("layout.section.unnamed");
}
