import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { FieldValue } from "@/shared/field-value";
import { type FieldMeta, fieldOf, type ObjectMeta } from "@/shared/meta";
import type { FieldProblem } from "@/shared/problem";
import styles from "./import.module.css";
import { type ImportDetail, labelOf, type PreviewRow } from "./import-queries";

type Props = { data: ImportDetail; object: ObjectMeta; isLoading: boolean };

/** The first rows as they would arrive; what is wrong is marked where it is wrong. */
export function PreviewTable({ data, object, isLoading }: Props) {
  const { t } = useTranslation();
  const { mapping } = data.settings;
  const names = Object.keys(mapping).toSorted((a, b) => place(data, a) - place(data, b));
  const fields = names.flatMap((name) => fieldOf(object, name) ?? fileField(data, name) ?? []);
  return (
    <div className={styles.scroll} aria-busy={isLoading}>
      <table className={styles.preview}>
        <caption className="visually-hidden">{t("transfer.preview")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("transfer.line")}</th>
            {fields.map(({ name }) => (
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
              {fields.map((field) => (
                <Cell key={field.name} field={field} row={row} />
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

/** A field that only files have, such as the customer's code of an order line. */
function fileField(data: ImportDetail, name: string): FieldMeta | undefined {
  const field = data.fields.find((candidate) => candidate.name === name);
  return field === undefined ? undefined : { ...field, readOnly: false, sortable: false };
}

/** What is right looks as it will in lists; what is wrong stands as it does in the file. */
function Cell({ field, row }: { field: FieldMeta; row: PreviewRow }) {
  const error = row.errors.find((candidate) => candidate.field === field.name);
  const value = row.values[field.name];
  return error === undefined ? (
    <td>
      <FieldValue field={field} value={value} linked={false} />
    </td>
  ) : (
    <td className={styles.wrong}>
      <Tooltip title={error.message ?? error.code}>
        <span>{String(value ?? "") || "—"}</span>
      </Tooltip>
    </td>
  );
}
