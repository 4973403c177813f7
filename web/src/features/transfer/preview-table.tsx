import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { fieldOf, type ObjectMeta } from "@/shared/meta";
import { isMoney, isReference } from "@/shared/records";
import styles from "./import.module.css";
import type { ImportDetail, PreviewRow } from "./import-queries";

type Props = { data: ImportDetail; object: ObjectMeta; isLoading: boolean };

/** The first rows as they would arrive; what is wrong is marked where it is wrong. */
export function PreviewTable({ data, object, isLoading }: Props) {
  const { t } = useTranslation();
  const names = Object.keys(data.settings.mapping);
  return (
    <div className={styles.scroll} aria-busy={isLoading}>
      <table className={styles.preview}>
        <caption className="visually-hidden">{t("transfer.preview")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("transfer.line")}</th>
            {names.map((name) => (
              <th scope="col" key={name}>
                {fieldOf(object, name)?.label ?? name}
              </th>
            ))}
            <th scope="col">{t("transfer.check")}</th>
          </tr>
        </thead>
        <tbody>
          {data.preview.map((row) => (
            <tr key={row.line}>
              <td>{row.line}</td>
              {names.map((name) => (
                <Cell key={name} name={name} row={row} />
              ))}
              <td className={row.errors.length > 0 ? styles.wrong : styles.fine}>
                {row.errors.length > 0
                  ? row.errors.map((error) => error.message ?? error.code).join("；")
                  : t("transfer.fine")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ name, row }: { name: string; row: PreviewRow }) {
  const error = row.errors.find((candidate) => candidate.field === name);
  const text = words(row.values[name]);
  return error === undefined ? (
    <td>{text}</td>
  ) : (
    <td className={styles.wrong}>
      <Tooltip title={error.message ?? error.code}>
        <span>{text || "—"}</span>
      </Tooltip>
    </td>
  );
}

function words(value: unknown): string {
  if (value === null || value === undefined) {
    return "";
  }
  if (isReference(value)) {
    return value.title;
  }
  return isMoney(value) ? value.amount : String(value);
}
