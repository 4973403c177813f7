import { Button, Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Selection } from "@/features/bulk";
import { FieldValue, isAmount } from "@/shared/field-value";
import { type FieldMeta, type ObjectMeta, pathOf } from "@/shared/meta";
import { paths } from "@/shared/paths";
import { fieldValue, type RecordData, titleOf } from "@/shared/records";
import { CardFrame } from "./card-frame";
import styles from "./record-cards.module.css";
import type { Rows } from "./use-grid";

type Props = {
  object: ObjectMeta;
  columns: FieldMeta[];
  rows: Rows;
  selection: Selection;
  onRange: (first: number, last: number) => void;
};

type CardProps = { object: ObjectMeta; columns: FieldMeta[]; record: RecordData };

const SHOWN = 3;

/** The list on a phone. */
export function RecordCards({ object, columns, rows, selection, onRange }: Props) {
  return (
    <CardFrame
      count={rows.count}
      head={<SelectHead object={object} selection={selection} />}
      keyOf={(index) => rows.idAt(index) ?? `wait ${index}`}
      onRange={onRange}
      item={(index) => {
        const record = rows.at(index);
        return record === undefined ? (
          <WaitingCard />
        ) : (
          <RecordCard object={object} columns={columns} record={record} selection={selection} />
        );
      }}
    />
  );
}

/** Begins to select, where there is something to do with what is selected. */
export function SelectHead({ object, selection }: Pick<Props, "object" | "selection">) {
  const { t } = useTranslation();
  const maySelect = object.rights.update || object.rights.delete;
  return (
    maySelect &&
    !selection.isOn && (
      <Button type="text" size="small" className={styles.select ?? ""} onClick={selection.turnOn}>
        {t("bulk.select")}
      </Button>
    )
  );
}

/** A record that leads to its page and, while somebody selects, can be chosen. */
export function RecordCard({ selection, ...card }: CardProps & { selection: Selection }) {
  const { t } = useTranslation();
  const { object, record } = card;
  return (
    <div className={selection.isOn ? (styles.selecting ?? "") : ""}>
      {selection.isOn && (
        <Checkbox
          checked={selection.has(record.id)}
          aria-label={t("bulk.selectRow", { name: titleOf(record, object.titleField) })}
          onChange={() => selection.toggle(record.id)}
        />
      )}
      <Link to={paths.record(pathOf(object), record.id)} className={styles.card}>
        <Card {...card} />
      </Link>
    </div>
  );
}

/** Holds the place of a record that has been asked for. */
export function WaitingCard() {
  return (
    <div className={styles.waiting} aria-busy="true">
      <span />
    </div>
  );
}

/** Name and marks on the first line, then what has a value. */
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
