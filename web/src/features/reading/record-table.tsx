import type { RecordData } from "@/shared/records";
import { RecordRow } from "./record-row";
import { TableFoot, type TableFootProps } from "./table-foot";
import { TableFrame, type TableProps } from "./table-frame";

type Props = TableProps & {
  records: RecordData[];
  hasMore: boolean;
  loadMore: () => void;
  totals: Omit<TableFootProps, "table" | "object">;
};

const AHEAD = 20;

/** All records below each other; the next page is fetched before the end is reached. */
export function RecordTable({ records, hasMore, loadMore, totals, ...table }: Props) {
  const { object } = table;
  return (
    <TableFrame
      {...table}
      rowCount={records.length}
      allRows={hasMore ? undefined : records.length}
      row={(index, columns, height) => {
        const record = records[index];
        return record === undefined ? null : (
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
      onRange={(_, last) => {
        if (hasMore && last >= records.length - AHEAD) {
          loadMore();
        }
      }}
    />
  );
}
