import { useTranslation } from "react-i18next";
import { COMPUTED, type Shape, STORED } from "./field-shape";
import styles from "./kind-grid.module.css";
import { KindIcon } from "./kind-icon";

type Props = { onChoose: (shape: Shape) => void };

/** The kind comes first: everything else about a field follows from it. */
export function KindGrid({ onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Kinds label={t("customization.chooseKind")} shapes={STORED} onChoose={onChoose} />
      <h3 className={styles.heading}>{t("customization.computed")}</h3>
      <Kinds label={t("customization.computed")} shapes={COMPUTED} onChoose={onChoose} />
    </>
  );
}

function Kinds({ label, shapes, onChoose }: Props & { label: string; shapes: readonly Shape[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.grid} aria-label={label}>
      {shapes.map((shape) => (
        <li key={shape}>
          <button type="button" className={styles.kind} onClick={() => onChoose(shape)}>
            <span className={styles.icon}>
              <KindIcon kind={shape} />
            </span>
            <span className={styles.words}>
              <strong>{t(`customization.kind.${shape}`)}</strong>
              <small>{t(`customization.kindHelp.${shape}`)}</small>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
