import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { plainText } from "@/shared/field-value";
import { formatInstant } from "@/shared/format";
import { type FieldMeta, fieldOf, type ObjectMeta } from "@/shared/meta";
import type { FieldProblem } from "@/shared/problem";
import { isMoney, isReference } from "@/shared/records";
import styles from "./import.module.css";
import { type ImportDetail, labelOf, type PreviewRow } from "./import-queries";

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:/;

type Props = { data: ImportDetail; object: ObjectMeta; isLoading: boolean };

/** The first rows as they would arrive; what is wrong is marked where it is wrong. */
export function PreviewTable({ data, object, isLoading }: Props) {
  const { t } = useTranslation();
  const { mapping } = data.settings;
  const names = Object.keys(mapping).toSorted((a, b) => place(data, a) - place(data, b));
  return (
    <div className={styles.scroll} aria-busy={isLoading}>
      <table className={styles.preview}>
        <caption className="visually-hidden">{t("transfer.preview")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("transfer.line")}</th>
            {names.map((name) => (
              <th scope="col" key={name}>
                {labelOf(data, name)}
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
                <Cell key={name} name={name} field={fieldOf(object, name)} row={row} />
              ))}
              <td className={row.errors.length > 0 ? styles.wrong : styles.fine}>
                {row.errors.length > 0
                  ? row.errors.map((error) => problemWords(data, error)).join(t("transfer.and"))
                  : t("transfer.fine")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is wrong, after the name of the field. */
export function problemWords(data: ImportDetail, { field, message, code }: FieldProblem): string {
  const text = message ?? code;
  return field === "" ? text : `${labelOf(data, field)}: ${text}`;
}

/** The columns stand in the order of the file. */
function place(data: ImportDetail, name: string): number {
  return data.headers.findIndex((header) => header.name === data.settings.mapping[name]);
}

type CellProps = { name: string; field: FieldMeta | undefined; row: PreviewRow };

function Cell({ name, field, row }: CellProps) {
  const error = row.errors.find((candidate) => candidate.field === name);
  const text = words(field, row.values[name]);
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

function words(field: FieldMeta | undefined, value: unknown): string {
  if (value === null || value === undefined) {
    return "";
  }
  if (typeof value === "boolean" || field?.kind === "choice" || field?.kind === "phone") {
    return field === undefined ? String(value) : plainText(field, value);
  }
  if (typeof value === "string" && MOMENT.test(value)) {
    return formatInstant(value);
  }
  if (isReference(value)) {
    return value.title;
  }
  return isMoney(value) ? value.amount : String(value);
}
