import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { useElementWidth } from "@/shared/element-width";
import { useKeptScroll } from "@/shared/kept-scroll";
import type { SortKey } from "@/shared/list-state";
import type { FieldMeta, ObjectMeta } from "@/shared/meta";
import { usePreferences } from "@/shared/preferences";
import {
  type ColumnChange,
  type ColumnState,
  type TableColumns,
  useTableColumns,
} from "./table-columns";
import styles from "./table-frame.module.css";
import { TableHead } from "./table-head";
import type { Grid, Place } from "./use-grid";

/** What every table of records is told, however it shows them. */
export type TableProps = {
  object: ObjectMeta;
  columns: FieldMeta[];
  state: ColumnState;
  sort: SortKey[];
  isStale: boolean;
  onSort: (next: (sort: SortKey[]) => SortKey[]) => void;
  onColumns: (change: ColumnChange) => void;
  grid: Grid;
};

type Props = TableProps & {
  rowCount: number;
  /** How many rows there are in all, if that is known. */
  allRows: number | undefined;
  row: (index: number, table: TableColumns, height: number) => ReactNode;
  foot: (table: TableColumns) => ReactNode;
  onRange: (first: number, last: number) => void;
};

/** The header moves the rows down, and the footer covers the last one. */
const HEAD_AND_FOOT = 70;

/** Header, footer and scrolling of a table; only the rows in sight are drawn. */
export function TableFrame({
  object,
  columns,
  rowCount,
  allRows,
  row,
  foot,
  grid,
  ...more
}: Props) {
  const { t } = useTranslation();
  const [scroller, room] = useElementWidth<HTMLDivElement>();
  const table = useTableColumns({
    object,
    fields: columns,
    state: more.state,
    room,
    onChange: more.onColumns,
  });
  const keptOffset = useKeptScroll(scroller);
  const { density } = usePreferences();
  const rowHeight = density === "compact" ? 34 : 42;
  const rows = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialOffset: keptOffset,
    scrollPaddingEnd: HEAD_AND_FOOT,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const tell = useEffectEvent(() => more.onRange(first, last));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the position decides when to ask
  useEffect(() => tell(), [first, last, rowCount]);
  const { at, isEditing, isThere } = grid;
  const goTo = useEffectEvent((place: Place) => {
    rows.scrollToIndex(place.row);
    // The row may have to be drawn first.
    requestAnimationFrame(() => {
      const cell = `[data-cell="${place.row}:${place.column}"]`;
      const found = scroller.current?.querySelector<HTMLElement>(cell);
      if (found === null) {
        // Until the row has come, the keys go on from its place.
        scroller.current?.focus({ preventScroll: true });
      }
      if (!found?.contains(document.activeElement)) {
        found?.focus({ preventScroll: true });
      }
      found?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
    });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that comes later is gone to then
  useEffect(() => {
    if (at !== undefined && !isEditing) {
      goTo(at);
    }
  }, [at, isEditing, isThere]);
  const before = items[0]?.start ?? 0;
  const after = rows.getTotalSize() - (items.at(-1)?.end ?? 0);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the cells inside
    <div
      ref={scroller}
      role="presentation"
      tabIndex={-1}
      className={styles.scroller}
      data-stale={more.isStale}
      onKeyDown={grid.press}
      onPaste={grid.paste}
    >
      <table style={{ width: table.total }} aria-rowcount={allRows ?? -1}>
        <caption className="visually-hidden">
          {t("reading.tableCaption", { object: object.pluralLabel })}
        </caption>
        <colgroup>
          {columns.map((column, index) => (
            <col key={column.name} style={{ width: table.widths[index] }} />
          ))}
        </colgroup>
        <thead>
          <TableHead table={table} sort={more.sort} onSort={more.onSort} />
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} span={columns.length} />}
          {items.map((item) => row(item.index, table, rowHeight))}
          {after > 0 && <Gap height={after} span={columns.length} />}
        </tbody>
        {foot(table)}
      </table>
    </div>
  );
}

function Gap({ height, span }: { height: number; span: number }) {
  return (
    <tr>
      <td colSpan={span} className={styles.gap} style={{ height }} />
    </tr>
  );
}
