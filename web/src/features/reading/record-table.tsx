import { WaitingRow } from "./group-rows";
import { RecordRow } from "./record-row";
import { TableFoot, type TableFootProps } from "./table-foot";
import { TableFrame, type TableProps } from "./table-frame";
import type { Rows } from "./use-grid";

type Props = TableProps & {
  rows: Rows;
  /** Whether the end of the list is known. */
  isWhole: boolean;
  onRange: (first: number, last: number) => void;
  totals: Omit<TableFootProps, "table" | "object">;
};

/** All records below each other; those around what is in sight are there or on their way. */
export function RecordTable({ rows, isWhole, onRange, totals, ...table }: Props) {
  const { object } = table;
  return (
    <TableFrame
      {...table}
      rowCount={rows.count}
      allRows={isWhole ? rows.count : undefined}
      row={(index, columns, height) => {
        const record = rows.at(index);
        return record === undefined ? (
          <WaitingRow key={`wait ${index}`} table={columns} height={height} />
        ) : (
          <RecordRow
            key={record.id}
            object={object}
            table={columns}
            grid={table.grid}
            index={index}
            record={record}
            height={height}
          />
        );
      }}
      foot={(columns) => <TableFoot object={object} table={columns} {...totals} />}
      onRange={onRange}
    />
  );
}
