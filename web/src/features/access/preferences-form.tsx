import { Form, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { type Language, switchLanguage } from "@/shared/language";
import {
  changePreferences,
  type Density,
  type ThemeChoice,
  usePreferences,
} from "@/shared/preferences";
import { useSavePreferences } from "./access-mutations";

const LANGUAGES: Language[] = ["zh-CN", "en"];
const THEMES: ThemeChoice[] = ["light", "dark", "system"];
const DENSITIES: Density[] = ["comfortable", "compact"];

/** How this person likes the program; takes effect at once. */
export function PreferencesForm() {
  const { t, i18n } = useTranslation();
  const { theme, density } = usePreferences();
  const save = useSavePreferences();

  function choose(change: { theme: ThemeChoice } | { density: Density }) {
    changePreferences(change);
    save.mutate(change);
  }

  return (
    <Form layout="vertical">
      <Form.Item label={t("access.account.language")}>
        <Segmented
          value={i18n.language}
          options={LANGUAGES.map((value) => ({
            value: value as string,
            label: t(`access.language.${value}`),
          }))}
          onChange={async (value) => {
            const language = value === "en" ? "en" : "zh-CN";
            await switchLanguage(language);
            save.mutate({ language });
          }}
        />
      </Form.Item>
      <Form.Item label={t("access.account.theme")}>
        <Segmented<ThemeChoice>
          value={theme}
          options={THEMES.map((value) => ({ value, label: t(`access.theme.${value}`) }))}
          onChange={(value) => choose({ theme: value })}
        />
      </Form.Item>
      <Form.Item label={t("access.account.density")}>
        <Segmented<Density>
          value={density}
          options={DENSITIES.map((value) => ({ value, label: t(`access.density.${value}`) }))}
          onChange={(value) => choose({ density: value })}
        />
      </Form.Item>
    </Form>
  );
}
