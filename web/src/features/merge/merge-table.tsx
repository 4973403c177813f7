import { Radio } from "antd";
import { useTranslation } from "react-i18next";
import { plainText } from "@/shared/field-value";
import { formatMoment } from "@/shared/format";
import { type FieldMeta, fieldOf, type ObjectMeta } from "@/shared/meta";
import { fieldValue, type RecordData, titleOf } from "@/shared/records";
import styles from "./merge-dialog.module.css";
import type { MergedField, MergePreview } from "./merge-queries";

type Props = {
  object: ObjectMeta;
  preview: MergePreview;
  /** What the person has chosen; the preview follows a moment later. */
  values: Record<string, string>;
  survivor: string;
  showsAll: boolean;
  onSurvivor: (id: string) => void;
  onChoose: (field: string, id: string) => void;
};

/** The records side by side, a row for each field; the chosen value of each is marked. */
export function MergeTable({ object, preview, survivor, showsAll, onSurvivor, ...props }: Props) {
  const { t } = useTranslation();
  // The order stays as it is while another record is chosen to stay.
  const records = preview.records.toSorted((a, b) => a.id.localeCompare(b.id));
  const rows = preview.fields.flatMap((answered) => {
    const chosen = props.values[answered.leader ?? answered.field] ?? answered.chosen;
    const merged = { ...answered, chosen: chosen ?? null };
    const field = fieldOf(object, merged.field);
    return field !== undefined && (showsAll || merged.differs) ? [{ merged, field }] : [];
  });
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t("merge.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("merge.stays")}</th>
            {records.map((record) => (
              <th key={record.id} scope="col">
                <Radio checked={record.id === survivor} onChange={() => onSurvivor(record.id)}>
                  {titleOf(record, object.titleField)}
                </Radio>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ merged, field }) => (
            <tr key={field.name}>
              <th scope="row">{field.label}</th>
              {records.map((record) => (
                <td
                  key={record.id}
                  className={merged.chosen === record.id ? styles.chosen : undefined}
                >
                  <Cell merged={merged} field={field} record={record} onChoose={props.onChoose} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={styles.help}>{t("merge.noDifference")}</p>}
    </div>
  );
}

type CellProps = {
  merged: MergedField;
  field: FieldMeta;
  record: RecordData;
  onChoose: Props["onChoose"];
};

function Cell({ merged, field, record, onChoose }: CellProps) {
  const { t } = useTranslation();
  const value = fieldValue(record, field.name);
  const isEmpty = value === null || value === undefined || value === "";
  const stamp = merged.values.find((one) => one.record === record.id);
  const text = isEmpty ? t("shared.empty") : plainText(field, value);
  const isFixed = !merged.writable || !merged.differs || Boolean(merged.leader);
  return (
    <div className={styles.cell}>
      {isFixed ? (
        <span className={isEmpty ? styles.empty : undefined}>{isEmpty ? "—" : text}</span>
      ) : (
        <Radio
          checked={merged.chosen === record.id}
          disabled={isEmpty && field.required}
          aria-label={`${field.label}: ${text}`}
          onChange={() => onChoose(field.name, record.id)}
        >
          <span className={isEmpty ? styles.empty : undefined}>{isEmpty ? "—" : text}</span>
        </Radio>
      )}
      {!isEmpty && stamp !== undefined && (
        <small>
          {[stamp.changedBy?.title, formatMoment(stamp.changedAt)].filter(Boolean).join(" · ")}
        </small>
      )}
    </div>
  );
}
