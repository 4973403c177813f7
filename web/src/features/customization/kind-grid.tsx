import { useTranslation } from "react-i18next";
import type { FieldKind } from "@/shared/meta";
import styles from "./kind-grid.module.css";
import { KindIcon } from "./kind-icon";

const KINDS: FieldKind[] = [
  "text",
  "longText",
  "choice",
  "yesNo",
  "number",
  "money",
  "percent",
  "date",
  "instant",
  "reference",
  "phone",
  "email",
  "url",
];

/** The kind comes first: everything else about a field follows from it. */
export function KindGrid({ onChoose }: { onChoose: (kind: FieldKind) => void }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.grid} aria-label={t("customization.chooseKind")}>
      {KINDS.map((kind) => (
        <li key={kind}>
          <button type="button" className={styles.kind} onClick={() => onChoose(kind)}>
            <span className={styles.icon}>
              <KindIcon kind={kind} />
            </span>
            <span className={styles.words}>
              <strong>{t(`customization.kind.${kind}`)}</strong>
              <small>{t(`customization.kindHelp.${kind}`)}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
