import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { FollowStar } from "@/features/follow";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import { paths } from "@/shared/paths";
import { type RecordData, titleOf } from "@/shared/records";
import { GridCell } from "./grid-cell";
import type { TableColumns } from "./table-columns";
import styles from "./table-frame.module.css";
import type { Grid } from "./use-grid";

type Props = {
  object: ObjectMeta;
  table: TableColumns;
  grid: Grid;
  record: RecordData;
  index: number;
  height: number;
};

/** A record as a row; the box to select it shows when it is pointed at or in use. */
export function RecordRow({ object, table, grid, record, index, height }: Props) {
  const { t } = useTranslation();
  const { selection } = grid;
  const isSelected = selection.has(record.id);
  const title = titleOf(record, table.fields[0]?.name ?? object.titleField);
  const maySelect = object.rights.update || object.rights.delete;
  return (
    <tr
      style={{ height }}
      className={styles.row}
      data-selected={isSelected}
      data-selecting={selection.isOn}
      aria-selected={isSelected}
    >
      {table.fields.map((field, column) => (
        <GridCell
          key={field.name}
          grid={grid}
          table={table}
          record={record}
          place={{ row: index, column }}
        >
          {column === 0 ? (
            <>
              {maySelect && (
                <Checkbox
                  className={styles.check ?? ""}
                  checked={isSelected}
                  aria-label={t("bulk.selectRow", { name: title })}
                  onClick={(event) => grid.choose(index, event.shiftKey)}
                />
              )}
              <div className={styles.title}>
                <Link to={paths.record(pathOf(object), record.id)}>{title}</Link>
                <FollowStar object={object.name} id={record.id} title={title} />
              </div>
            </>
          ) : undefined}
        </GridCell>
      ))}
    </tr>
  );
}
