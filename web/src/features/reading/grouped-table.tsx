import { type Group, type Grouping, keyText } from "@/features/grouping";
import { useIsPhone } from "@/shared/media";
import type { ListQuery } from "@/shared/records";
import { GroupRow, MoreRow, WaitingRow } from "./group-rows";
import { GroupedCards } from "./grouped-cards";
import { rowsOf } from "./grouped-items";
import { useListWork } from "./list-work";
import { RecordRow } from "./record-row";
import { TableFoot, type TableFootProps } from "./table-foot";
import { TableFrame, type TableProps } from "./table-frame";
import { useGroupedRows } from "./use-grouped-rows";

type Props = Omit<TableProps, "grid"> & {
  grouping: Grouping;
  groups: Group[];
  query: ListQuery;
  folded: string[];
  onFold: (folded: string[]) => void;
  totals: Omit<TableFootProps, "table" | "object">;
};

/** Records below the headers of their groups: rows of a table or, on a phone, cards. */
export function GroupedTable({ grouping, groups, query, folded, onFold, totals, ...table }: Props) {
  const { object, columns } = table;
  const isPhone = useIsPhone();
  const rows = useGroupedRows({ object, grouping, groups, query, folded, onFold });
  const { items } = rows;
  const { grid, selection, parts } = useListWork({ object, columns, query, rows: rowsOf(items) });

  if (isPhone) {
    return (
      <>
        <GroupedCards
          object={object}
          columns={columns}
          grouping={grouping}
          items={items}
          measures={totals.measures}
          selection={selection}
          isShut={rows.isShut}
          onToggle={rows.toggle}
          onRange={rows.onRange}
        />
        {parts}
      </>
    );
  }
  return (
    <>
      <TableFrame
        {...table}
        grid={grid}
        rowCount={items.length}
        allRows={undefined}
        row={(index, columns, height) => {
          const item = items[index];
          switch (item?.kind) {
            case "group":
              return (
                <GroupRow
                  key={`group ${keyText(item.key)}`}
                  grouping={grouping}
                  group={item.group}
                  object={object}
                  table={columns}
                  measures={totals.measures}
                  isShut={rows.isShut(item.key)}
                  onToggle={() => rows.toggle(item.key)}
                />
              );
            case "record":
              return (
                <RecordRow
                  key={item.record.id}
                  object={object}
                  table={columns}
                  grid={grid}
                  index={index}
                  record={item.record}
                  height={height}
                />
              );
            case "more":
              return (
                <MoreRow key={`more ${keyText(item.lane.key)}`} table={columns} lane={item.lane} />
              );
            case "wait":
              return <WaitingRow key={`wait ${index}`} table={columns} height={height} />;
            default:
              return null;
          }
        }}
        foot={(columns) => <TableFoot object={object} table={columns} {...totals} />}
        onRange={rows.onRange}
      />
      {parts}
    </>
  );
}
