import { useTranslation } from "react-i18next";
import { formatNumber } from "@/shared/format";
import { Panel } from "@/shared/page";
import styles from "./import.module.css";
import { type ImportDetail, labelOf } from "./import-queries";

/** The first lines that were not taken, with the reasons; the download has all of them. */
export function BadValues({ data }: { data: ImportDetail }) {
  const { t } = useTranslation();
  const shown = new Set(data.badValues.map((bad) => bad.line)).size;
  const all = data.counts?.bad ?? shown;
  return shown === 0 ? null : (
    <Panel
      title={t("transfer.badTitle")}
      extra={
        <span className={styles.hint}>
          {t("transfer.badShown", { shown: formatNumber(shown), all: formatNumber(all) })}
        </span>
      }
    >
      <div className={styles.scroll}>
        <table className={styles.bad}>
          <caption className="visually-hidden">{t("transfer.badTitle")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("transfer.line")}</th>
              <th scope="col">{t("transfer.field")}</th>
              <th scope="col">{t("transfer.value")}</th>
              <th scope="col">{t("transfer.reason")}</th>
            </tr>
          </thead>
          <tbody>
            {data.badValues.map((bad) => (
              <tr key={`${bad.line} ${bad.field} ${bad.code}`}>
                <td>{formatNumber(bad.line)}</td>
                <td>{bad.field === "" ? t("transfer.wholeLine") : labelOf(data, bad.field)}</td>
                <td className={styles.raw}>{bad.value || "—"}</td>
                <td className={styles.wrong}>{bad.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
