import { useState } from "react";
import {
  type Group,
  type Grouping,
  keyOf,
  keyText,
  type Lane,
  useLanes,
} from "@/features/grouping";
import { pathOf } from "@/shared/meta";
import type { ListQuery } from "@/shared/records";
import { GroupRow, MoreRow, WaitingRow } from "./group-rows";
import { groupedItems } from "./grouped-items";
import { useListWork } from "./list-work";
import { RecordRow } from "./record-row";
import { TableFoot, type TableFootProps } from "./table-foot";
import { TableFrame, type TableProps } from "./table-frame";

type Props = Omit<TableProps, "grid"> & {
  grouping: Grouping;
  groups: Group[];
  query: ListQuery;
  folded: string[];
  onFold: (folded: string[]) => void;
  totals: Omit<TableFootProps, "table" | "object">;
};

const TOGETHER = 12;

/** Records below the headers of their groups; a group's records are asked for when it comes in sight. */
export function GroupedTable({ grouping, groups, query, folded, onFold, totals, ...table }: Props) {
  const { object, columns } = table;
  const [seen, setSeen] = useState<Lane["key"][]>([]);
  const keys = groups.map((group) => keyOf(group.key[grouping.by] ?? null));
  const wanted = keys.filter((key) => seen.includes(key) && !folded.includes(keyText(key)));
  const { lanes } = useLanes({
    path: pathOf(object),
    query,
    grouping,
    batches: batchesOf(keys, wanted),
  });
  const items = groupedItems(groups, keys, folded, lanes);
  const rows = items.map((item) => (item.kind === "record" ? item.record : undefined));
  const { grid, parts } = useListWork({ object, columns, query, rows });

  function fold(key: Lane["key"]) {
    const text = keyText(key);
    const isShut = folded.includes(text);
    onFold(isShut ? folded.filter((known) => known !== text) : [...folded, text]);
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
                  isShut={folded.includes(keyText(item.key))}
                  onToggle={() => fold(item.key)}
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
        onRange={(first, last) => {
          const near = items.slice(first, last + 1).map((item) => item.key);
          const fresh = near.filter((key) => !seen.includes(key));
          if (fresh.length > 0) {
            setSeen([...seen, ...new Set(fresh)]);
          }
        }}
      />
      {parts}
    </>
  );
}

/** Neighbours are asked for together, always the same ones, so that few requests fetch them. */
function batchesOf(keys: Lane["key"][], wanted: Lane["key"][]): { keys: Lane["key"][] }[] {
  const batches: { keys: Lane["key"][] }[] = [];
  for (let start = 0; start < keys.length; start += TOGETHER) {
    const batch = keys.slice(start, start + TOGETHER);
    if (batch.some((key) => wanted.includes(key))) {
      batches.push({ keys: batch });
    }
  }
  return batches;
}
