import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { type DragEvent, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { isAmount } from "@/shared/field-value";
import { nextSort, type SortKey } from "@/shared/list-state";
import type { FieldMeta } from "@/shared/meta";
import { ColumnMenu } from "./column-menu";
import { movedColumn, type TableColumns } from "./table-columns";
import styles from "./table-head.module.css";
import { WidthHandle } from "./width-handle";

type Props = {
  table: TableColumns;
  sort: SortKey[];
  onSort: (next: (sort: SortKey[]) => SortKey[]) => void;
};

const DRAGGED = "application/x-kezhi-column";

/** Headers sort by a click; columns are moved and resized by dragging, by keys and by their menu. */
export function TableHead({ table, sort, onSort }: Props) {
  const [target, setTarget] = useState<number>();

  function drop(event: DragEvent, to: number) {
    event.preventDefault();
    const name = event.dataTransfer.getData(DRAGGED);
    setTarget(undefined);
    table.onMove(movedColumn(table.names, name, to));
  }

  return (
    <tr>
      {table.fields.map((field, index) => {
        const isMovable = index > 0;
        return (
          <th
            key={field.name}
            scope="col"
            aria-sort={directionOf(sort, field)}
            data-frozen={table.isFrozen(index)}
            data-target={target === index}
            className={isAmount(field) ? `${styles.head} ${styles.amount}` : styles.head}
            style={table.place(index)}
            draggable={isMovable}
            onDragStart={(event) => event.dataTransfer.setData(DRAGGED, field.name)}
            onDragOver={(event) => {
              if (isMovable && event.dataTransfer.types.includes(DRAGGED)) {
                event.preventDefault();
                setTarget(index);
              }
            }}
            onDragLeave={() => setTarget(undefined)}
            onDrop={(event) => drop(event, index)}
          >
            <HeadCell table={table} index={index} field={field} sort={sort} onSort={onSort} />
          </th>
        );
      })}
    </tr>
  );
}

function directionOf(sort: SortKey[], field: FieldMeta) {
  const key = sort.find((known) => known.field === field.name);
  return key === undefined ? "none" : key.descending ? "descending" : "ascending";
}

type CellProps = Props & { index: number; field: FieldMeta };

function HeadCell({ table, index, field, sort, onSort }: CellProps) {
  const { t } = useTranslation();
  const at = sort.findIndex((key) => key.field === field.name);
  const Arrow = sort[at]?.descending === true ? ArrowDownOutlined : ArrowUpOutlined;

  function press(event: KeyboardEvent) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step !== undefined && event.ctrlKey && table.mayMove(index, step)) {
      event.preventDefault();
      table.onMove(movedColumn(table.names, field.name, index + step));
    }
  }

  return (
    <span className={styles.inside}>
      <button
        type="button"
        className={styles.label}
        title={field.sortable ? t("reading.sortHelp") : field.label}
        disabled={!field.sortable}
        onKeyDown={press}
        onClick={(event) => onSort((known) => nextSort(known, field.name, event.shiftKey))}
      >
        <span className={styles.words}>{field.label}</span>
        {at >= 0 && <Arrow aria-hidden="true" className={styles.arrow ?? ""} />}
        {at >= 0 && sort.length > 1 && <sup>{at + 1}</sup>}
      </button>
      <ColumnMenu table={table} index={index} field={field} onSort={onSort} />
      <WidthHandle
        label={t("reading.widthOf", { field: field.label })}
        width={table.widths[index] ?? 0}
        onDraft={(width) => table.onDraft(index, width)}
        onWidth={(width) => table.onWidth(index, width)}
        onReset={() => table.onReset(field.name)}
      />
    </span>
  );
}
