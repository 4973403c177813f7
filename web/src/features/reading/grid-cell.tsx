import { LockOutlined } from "@ant-design/icons";
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FieldValue, isAmount } from "@/shared/field-value";
import type { FieldMeta } from "@/shared/meta";
import { fieldValue, type RecordData } from "@/shared/records";
import { CellEditor } from "./cell-editor";
import styles from "./grid-cell.module.css";
import type { TableColumns } from "./table-columns";
import frame from "./table-frame.module.css";
import type { Grid, Place } from "./use-grid";

type Props = {
  grid: Grid;
  table: TableColumns;
  record: RecordData;
  place: Place;
  /** What stands in the cell of the title instead of its value. */
  children?: ReactNode;
};

/** One cell: shows its value, can be gone to, and is edited where it stands. */
export function GridCell({ grid, table, record, place, children }: Props) {
  const field = table.fields[place.column];
  if (field === undefined) {
    return null;
  }
  const isAt = grid.at?.row === place.row && grid.at.column === place.column;
  const saved = grid.saves.stateOf(record.id, field.name);
  const isEdited = isAt && grid.isEditing;
  const Tag = place.column === 0 ? "th" : "td";
  const value = saved === undefined ? fieldValue(record, field.name) : saved.value;

  return (
    <Tag
      {...(place.column === 0 ? { scope: "row" } : {})}
      tabIndex={-1}
      data-cell={`${place.row}:${place.column}`}
      data-at={isAt}
      data-edited={isEdited}
      data-state={saved?.state}
      data-frozen={place.column === 0 || table.isFrozen(place.column)}
      style={table.place(place.column)}
      className={isAmount(field) ? `${styles.cell} ${frame.amount}` : styles.cell}
      onClick={(event) => {
        if (isInside(event.currentTarget, event.target) && !isEdited) {
          grid.go(place);
        }
      }}
      onDoubleClick={(event) => {
        if (isInside(event.currentTarget, event.target) && !isEdited) {
          grid.edit(place);
        }
      }}
    >
      {isEdited ? (
        <CellEditor
          field={field}
          value={value}
          onSave={(next) => {
            grid.stopEditing();
            grid.saves.save(record, field, next);
          }}
          onCancel={() => {
            grid.stopEditing();
            grid.saves.forget(record.id, field.name);
          }}
          onMove={grid.editNext}
        />
      ) : (
        <>
          {saved === undefined && children !== undefined ? (
            children
          ) : (
            <FieldValue field={field} value={value} />
          )}
          <Mark grid={grid} field={field} isAt={isAt} message={saved?.message} />
        </>
      )}
    </Tag>
  );
}

type MarkProps = { grid: Grid; field: FieldMeta; isAt: boolean; message: string | undefined };

/** Why a cell was not saved, or why it cannot be edited at all. */
function Mark({ grid, field, isAt, message }: MarkProps) {
  const { t } = useTranslation();
  if (message !== undefined) {
    return (
      <Tooltip title={message} open={isAt}>
        <span role="alert" className={styles.error}>
          {message}
        </span>
      </Tooltip>
    );
  }
  if (!isAt || grid.mayEdit(field)) {
    return null;
  }
  const why = t(grid.object.rights.update ? "reading.grid.readOnly" : "reading.grid.noRight");
  return (
    <Tooltip title={why}>
      <LockOutlined className={styles.lock ?? ""} aria-label={why} />
    </Tooltip>
  );
}

/** Events of what a cell opens above the page come through it as well. */
function isInside(cell: HTMLElement, target: EventTarget): boolean {
  return (
    target instanceof Element && cell.contains(target) && target.closest("a,button,label") === null
  );
}
