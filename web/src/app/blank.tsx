import { useTranslation } from "react-i18next";
import styles from "./blank.module.css";

/** Stands in for the first moments; words come only when these last. */
export function Blank() {
  const { t } = useTranslation();
  return <p className={styles.waiting}>{t("app.connecting")}</p>;
}
