import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useElementWidth } from "@/shared/element-width";
import { FieldValue, isAmount } from "@/shared/field-value";
import { useKeptScroll } from "@/shared/kept-scroll";
import type { SortKey } from "@/shared/list-state";
import { type FieldMeta, type ObjectMeta, pathOf } from "@/shared/meta";
import { paths } from "@/shared/paths";
import { usePreferences } from "@/shared/preferences";
import { fieldValue, type RecordData, titleOf } from "@/shared/records";
import styles from "./record-table.module.css";
import {
  type ColumnChange,
  type ColumnState,
  type TableColumns,
  useTableColumns,
} from "./table-columns";
import { TableHead } from "./table-head";

type Props = {
  object: ObjectMeta;
  columns: FieldMeta[];
  records: RecordData[];
  state: ColumnState;
  sort: SortKey[];
  isStale: boolean;
  hasMore: boolean;
  loadMore: () => void;
  onSort: (sort: SortKey[]) => void;
  onColumns: (change: ColumnChange) => void;
};

const AHEAD = 20;

/** Only the rows in sight are drawn; the next page is fetched before the end is reached. */
export function RecordTable({ object, columns, records, sort, isStale, ...more }: Props) {
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
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialOffset: keptOffset,
  });
  const items = rows.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const fetchAhead = useEffectEvent(() => {
    if (more.hasMore && lastShown >= records.length - AHEAD) {
      more.loadMore();
    }
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the position decides when to ask
  useEffect(() => fetchAhead(), [lastShown, records.length]);
  const before = items[0]?.start ?? 0;
  const after = rows.getTotalSize() - (items.at(-1)?.end ?? 0);

  return (
    <div ref={scroller} className={styles.scroller} data-stale={isStale}>
      <table style={{ width: table.total }} aria-rowcount={more.hasMore ? -1 : records.length}>
        <caption className="visually-hidden">
          {t("reading.tableCaption", { object: object.pluralLabel })}
        </caption>
        <colgroup>
          {columns.map((column, index) => (
            <col key={column.name} style={{ width: table.widths[index] }} />
          ))}
        </colgroup>
        <thead>
          <TableHead table={table} sort={sort} onSort={more.onSort} />
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} span={columns.length} />}
          {items.map((item) => {
            const record = records[item.index];
            return record === undefined ? null : (
              <Row
                key={record.id}
                object={object}
                table={table}
                record={record}
                height={rowHeight}
              />
            );
          })}
          {after > 0 && <Gap height={after} span={columns.length} />}
        </tbody>
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

type RowProps = { object: ObjectMeta; table: TableColumns; record: RecordData; height: number };

function Row({ object, table, record, height }: RowProps) {
  const navigate = useNavigate();
  const to = paths.record(pathOf(object), record.id);
  return (
    <tr
      style={{ height }}
      className={styles.row}
      onClick={(event) => {
        const isLink = event.target instanceof Element && event.target.closest("a,button");
        if (!isLink && window.getSelection()?.toString() === "") {
          navigate(to);
        }
      }}
    >
      {table.fields.map((field, index) =>
        index === 0 ? (
          <th key={field.name} scope="row" data-frozen="true" style={table.place(index)}>
            <Link to={to}>{titleOf(record, field.name)}</Link>
          </th>
        ) : (
          <td
            key={field.name}
            data-frozen={table.isFrozen(index)}
            style={table.place(index)}
            className={isAmount(field) ? styles.amount : ""}
          >
            <FieldValue field={field} value={fieldValue(record, field.name)} />
          </td>
        ),
      )}
    </tr>
  );
}
