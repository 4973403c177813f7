import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { FieldValue, isAmount } from "@/shared/field-value";
import { useKeptScroll } from "@/shared/kept-scroll";
import { nextSort, type SortKey } from "@/shared/list-state";
import { type FieldMeta, type ObjectMeta, pathOf } from "@/shared/meta";
import { paths } from "@/shared/paths";
import { usePreferences } from "@/shared/preferences";
import { fieldValue, type RecordData, titleOf } from "@/shared/records";
import { columnWidth } from "./column-width";
import styles from "./record-table.module.css";

type Props = {
  object: ObjectMeta;
  columns: FieldMeta[];
  records: RecordData[];
  sort: SortKey[];
  isStale: boolean;
  hasMore: boolean;
  loadMore: () => void;
  onSort: (sort: SortKey[]) => void;
};

const AHEAD = 20;

/** Only the rows in sight are drawn; the next page is fetched before the end is reached. */
export function RecordTable({ object, columns, records, sort, isStale, ...more }: Props) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
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
  const width = columns.reduce((sum, column) => sum + columnWidth(column, object), 0);

  return (
    <div ref={scroller} className={styles.scroller} data-stale={isStale}>
      <table style={{ minWidth: width }} aria-rowcount={more.hasMore ? -1 : records.length}>
        <caption className="visually-hidden">
          {t("reading.tableCaption", { object: object.pluralLabel })}
        </caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.name} style={{ width: columnWidth(column, object) }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.name} field={column} sort={sort} onSort={more.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} span={columns.length} />}
          {items.map((item) => {
            const record = records[item.index];
            return record === undefined ? null : (
              <Row
                key={record.id}
                object={object}
                columns={columns}
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

type HeadProps = { field: FieldMeta; sort: SortKey[]; onSort: (sort: SortKey[]) => void };

function HeadCell({ field, sort, onSort }: HeadProps) {
  const { t } = useTranslation();
  const index = sort.findIndex((key) => key.field === field.name);
  const key = sort[index];
  const direction = key === undefined ? "none" : key.descending ? "descending" : "ascending";
  const Arrow = key?.descending === true ? ArrowDownOutlined : ArrowUpOutlined;
  return (
    <th scope="col" aria-sort={direction} className={isAmount(field) ? styles.amount : ""}>
      {field.sortable ? (
        <button
          type="button"
          title={t("reading.sortHelp")}
          onClick={(event) => onSort(nextSort(sort, field.name, event.shiftKey))}
        >
          {field.label}
          {key !== undefined && <Arrow aria-hidden="true" className={styles.arrow ?? ""} />}
          {key !== undefined && sort.length > 1 && <sup>{index + 1}</sup>}
        </button>
      ) : (
        <span>{field.label}</span>
      )}
    </th>
  );
}

type RowProps = { object: ObjectMeta; columns: FieldMeta[]; record: RecordData; height: number };

function Row({ object, columns, record, height }: RowProps) {
  const navigate = useNavigate();
  const to = paths.record(pathOf(object), record.id);
  const [title, ...others] = columns;
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
      {title !== undefined && (
        <th scope="row">
          <Link to={to}>{titleOf(record, title.name)}</Link>
        </th>
      )}
      {others.map((field) => (
        <td key={field.name} className={isAmount(field) ? styles.amount : ""}>
          <FieldValue field={field} value={fieldValue(record, field.name)} />
        </td>
      ))}
    </tr>
  );
}
