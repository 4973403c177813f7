import { useTranslation } from "react-i18next";
import { formatNumber } from "@/shared/format";
import { byRank, fieldOf, useMeta } from "@/shared/meta";
import styles from "./merge-dialog.module.css";
import type { MergePreview } from "./merge-queries";

/** What will refer to the record that stays. */
export function MoveList({ preview }: { preview: MergePreview }) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const moves = byRank(preview.moves, (move) => move.object).map((move) => {
    const object = objects.find((known) => known.name === move.object);
    const field = object && fieldOf(object, move.field);
    return {
      key: `${move.object}.${move.field}`,
      label: `${object?.pluralLabel ?? move.object} (${field?.label ?? move.field})`,
      count: move.count,
    };
  });
  const isNothing = moves.length === 0 && preview.others === 0;
  return (
    <section className={styles.moves} aria-label={t("merge.moves")}>
      <h3>{t("merge.moves")}</h3>
      {isNothing ? (
        <p className={styles.help}>{t("merge.nothingMoves")}</p>
      ) : (
        <ul>
          {moves.map((move) => (
            <li key={move.key}>
              <b>{formatNumber(move.count)}</b> {move.label}
            </li>
          ))}
          {preview.others > 0 && (
            <li>
              <b>{formatNumber(preview.others)}</b> {t("merge.others")}
            </li>
          )}
        </ul>
      )}
      <p className={styles.help}>{t("merge.bin")}</p>
    </section>
  );
}
