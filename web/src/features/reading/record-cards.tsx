import { Button, Checkbox } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Selection } from "@/features/bulk";
import { FieldValue, isAmount } from "@/shared/field-value";
import { useKeptScroll } from "@/shared/kept-scroll";
import { type FieldMeta, type ObjectMeta, pathOf } from "@/shared/meta";
import { paths } from "@/shared/paths";
import { fieldValue, type RecordData, titleOf } from "@/shared/records";
import styles from "./record-cards.module.css";

type Props = {
  object: ObjectMeta;
  columns: FieldMeta[];
  records: RecordData[];
  selection: Selection;
  hasMore: boolean;
  loadMore: () => void;
};

type CardProps = { object: ObjectMeta; columns: FieldMeta[]; record: RecordData };

const SHOWN = 3;

/** The list on a phone: name and marks on the first line, then what has a value. */
export function RecordCards({ object, columns, records, selection, ...more }: Props) {
  const { hasMore, loadMore } = more;
  const maySelect = object.rights.update || object.rights.delete;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  useKeptScroll(scroller);
  return (
    <div ref={scroller} className={styles.scroller}>
      {maySelect && !selection.isOn && (
        <Button type="text" size="small" onClick={selection.turnOn}>
          {t("bulk.select")}
        </Button>
      )}
      <ul className={styles.cards}>
        {records.map((record) => (
          <li key={record.id} className={selection.isOn ? (styles.selecting ?? "") : ""}>
            {selection.isOn && (
              <Checkbox
                checked={selection.has(record.id)}
                aria-label={t("bulk.selectRow", { name: titleOf(record, object.titleField) })}
                onChange={() => selection.toggle(record.id)}
              />
            )}
            <Link to={paths.record(pathOf(object), record.id)} className={styles.card}>
              <Card object={object} columns={columns} record={record} />
            </Link>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button block type="text" onClick={loadMore}>
          {t("reading.loadMore")}
        </Button>
      )}
    </div>
  );
}

function Card({ object, columns, record }: CardProps) {
  const filled = columns.filter((field) => {
    const value = fieldValue(record, field.name);
    return field.name !== object.titleField && value !== null && value !== undefined;
  });
  const mark = filled.find((field) => field.kind === "choice");
  const amount = filled.find(isAmount);
  const others = filled.filter((field) => field !== mark && !isAmount(field)).slice(0, SHOWN);
  return (
    <>
      <span className={styles.line}>
        <strong>{titleOf(record, object.titleField)}</strong>
        {mark !== undefined && (
          <span className={styles.mark}>
            <FieldValue field={mark} value={fieldValue(record, mark.name)} linked={false} />
          </span>
        )}
      </span>
      <span className={styles.line}>
        <span className={styles.others}>
          {others.map((field) => (
            <span key={field.name}>
              <FieldValue field={field} value={fieldValue(record, field.name)} linked={false} />
            </span>
          ))}
        </span>
        {amount !== undefined && (
          <span className={styles.amount}>
            <FieldValue field={amount} value={fieldValue(record, amount.name)} />
          </span>
        )}
      </span>
    </>
  );
}
