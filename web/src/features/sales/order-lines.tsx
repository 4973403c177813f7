import { PlusOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Alert, Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { RecordDrawer, useDrawer } from "@/features/writing";
import { FieldValue, isAmount } from "@/shared/field-value";
import { type FieldMeta, fieldOf, type ObjectMeta, pathOf, useObjectMeta } from "@/shared/meta";
import { Panel } from "@/shared/page";
import { paths } from "@/shared/paths";
import type { PartProps } from "@/shared/record-parts";
import { fieldValue, listOptions, type RecordData, titleOf } from "@/shared/records";
import styles from "./order-lines.module.css";

const COLUMNS = ["description", "product", "quantity", "unitPrice", "discount", "amount"];

/** What was ordered, line by line, with the sum below. */
export function OrderLines({ record }: PartProps) {
  const order = useObjectMeta("order");
  const line = useObjectMeta("orderLine");
  return order === undefined || line === undefined ? null : (
    <Lines order={order} line={line} record={record} />
  );
}

type Props = { order: ObjectMeta; line: ObjectMeta; record: RecordData };

function Lines({ order, line, record }: Props) {
  const { t } = useTranslation();
  const presets = { order: { id: record.id, title: titleOf(record, order.titleField) } };
  const [isAdding, setAdding] = useDrawer(line, undefined, presets);
  const filter = { field: "order", op: "in", value: [record.id] };
  const all = COLUMNS.flatMap((name) => fieldOf(line, name) ?? []);
  const list = useInfiniteQuery(
    listOptions(pathOf(line), {
      filter: JSON.stringify(filter),
      sort: "lineNo",
      columns: all.map((field) => field.name).join(","),
    }),
  );
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const columns = all.filter((field) => rows.some((row) => saysMore(field, row)));
  return (
    <Panel
      title={line.pluralLabel}
      extra={
        line.rights.create && (
          <Button
            type="text"
            size="small"
            icon={<PlusOutlined aria-hidden="true" />}
            onClick={() => setAdding(true)}
          >
            {t("sales.add")}
          </Button>
        )
      }
    >
      {list.isError && (
        <Alert
          type="warning"
          title={list.error.message}
          action={
            <Button size="small" onClick={() => list.refetch()}>
              {t("shared.retry")}
            </Button>
          }
        />
      )}
      {list.isPending && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {list.isSuccess && rows.length === 0 && <p className={styles.empty}>{t("sales.empty")}</p>}
      {rows.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.lines}>
            <caption className="visually-hidden">{line.pluralLabel}</caption>
            <thead>
              <tr>
                {columns.map((field) => (
                  <th key={field.name} scope="col" className={isAmount(field) ? styles.amount : ""}>
                    {field.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Line key={row.id} line={line} columns={columns} row={row} />
              ))}
            </tbody>
            <Sum order={order} record={record} columns={columns} />
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <Button block type="text" onClick={() => list.fetchNextPage()}>
          {t("sales.more")}
        </Button>
      )}
      {isAdding && (
        <RecordDrawer object={line} presets={presets} onClose={() => setAdding(false)} />
      )}
    </Panel>
  );
}

/** A discount of nothing and the name that is the description anyway need no column. */
function saysMore(field: FieldMeta, row: RecordData): boolean {
  const value = fieldValue(row, field.name);
  if (field.name === "discount") {
    return Number(value) !== 0;
  }
  return field.name !== "product" || titleOf(row, "product") !== titleOf(row, "description");
}

type LineProps = { line: ObjectMeta; columns: FieldMeta[]; row: RecordData };

function Line({ line, columns, row }: LineProps) {
  return (
    <tr>
      {columns.map((field, index) => (
        <td key={field.name} className={isAmount(field) ? styles.amount : ""}>
          {index === 0 ? (
            <Link to={paths.record(pathOf(line), row.id)}>{titleOf(row, field.name)}</Link>
          ) : (
            <FieldValue field={field} value={fieldValue(row, field.name)} />
          )}
        </td>
      ))}
    </tr>
  );
}

type SumProps = { order: ObjectMeta; record: RecordData; columns: FieldMeta[] };

/** The order's amount under those of its lines, where the viewer may see both. */
function Sum({ order, record, columns }: SumProps) {
  const amount = fieldOf(order, "amount");
  const place = columns.findIndex((column) => column.name === "amount");
  const after = columns.length - place - 1;
  return amount === undefined || place < 1 ? null : (
    <tfoot>
      <tr>
        <th scope="row" colSpan={place}>
          {amount.label}
        </th>
        <td className={styles.amount}>
          <FieldValue field={amount} value={fieldValue(record, amount.name)} />
        </td>
        {after > 0 && <td colSpan={after} />}
      </tr>
    </tfoot>
  );
}
