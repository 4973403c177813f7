import { Dropdown, type MenuProps } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Avatar } from "@/shared/avatar";
import { type Language, switchLanguage } from "@/shared/language";
import { paths } from "@/shared/paths";
import {
  changePreferences,
  type Density,
  type ThemeChoice,
  usePreferences,
} from "@/shared/preferences";
import { useSavePreferences, useSignOut } from "./access-mutations";
import styles from "./account-menu.module.css";
import { useSession } from "./session";

/** Who is here, how it looks, and the way out. */
export function AccountMenu() {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const { theme, density } = usePreferences();
  const navigate = useNavigate();
  const save = useSavePreferences();
  const signOut = useSignOut();
  const themes: ThemeChoice[] = ["light", "dark", "system"];
  const densities: Density[] = ["comfortable", "compact"];

  const items: MenuProps["items"] = [
    { key: "account", label: t("access.account.title") },
    { type: "divider" },
    {
      type: "group",
      label: t("access.account.language"),
      children: [
        { key: "zh-CN", label: t("access.language.zh-CN") },
        { key: "en", label: t("access.language.en") },
      ],
    },
    {
      type: "group",
      label: t("access.account.theme"),
      children: themes.map((key) => ({ key, label: t(`access.theme.${key}`) })),
    },
    {
      type: "group",
      label: t("access.account.density"),
      children: densities.map((key) => ({ key, label: t(`access.density.${key}`) })),
    },
    { type: "divider" },
    { key: "signOut", label: t("access.signOut") },
  ];

  async function choose(key: string) {
    if (key === "account") {
      navigate(paths.account);
    } else if (key === "signOut") {
      signOut.mutate(false);
    } else if (key === "zh-CN" || key === "en") {
      await chooseLanguage(key);
    } else {
      const isTheme = themes.some((name) => name === key);
      const change = isTheme
        ? { theme: themes.find((name) => name === key) ?? "system" }
        : { density: densities.find((name) => name === key) ?? "comfortable" };
      changePreferences(change);
      save.mutate(change);
    }
  }

  async function chooseLanguage(language: Language) {
    await switchLanguage(language);
    save.mutate({ language });
  }

  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items,
        selectedKeys: [i18n.language, theme, density],
        onClick: ({ key }) => choose(key),
      }}
    >
      <button
        type="button"
        className={styles.trigger}
        aria-label={t("access.account.menu", { name: user.displayName })}
      >
        <Avatar name={user.displayName} round />
      </button>
    </Dropdown>
  );
}
