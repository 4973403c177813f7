import { SearchOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { AccountMenu } from "@/features/access";
import { Bell } from "@/features/notification";
import { Breadcrumb } from "./breadcrumb";
import styles from "./top-bar.module.css";

export function TopBar({ onSearch }: { onSearch: () => void }) {
  const { t } = useTranslation();
  return (
    <header className={styles.bar}>
      <Breadcrumb />
      <button
        type="button"
        className={styles.search}
        aria-label={`${t("search.hint")} ${t("search.key")}`}
        onClick={onSearch}
      >
        <SearchOutlined aria-hidden="true" />
        <span className={styles.hint}>{t("search.hint")}</span>
        <kbd className={styles.key}>{t("search.key")}</kbd>
      </button>
      <div className={styles.side}>
        <Bell />
        <AccountMenu />
      </div>
    </header>
  );
}
