import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { RecordDrawer, useDrawer } from "@/features/writing";
import { DataTable } from "@/shared/data-table";
import { formatMoney, formatNumber } from "@/shared/format";
import type { ObjectMeta } from "@/shared/meta";
import { EmptyText } from "@/shared/page";
import { RecordLink } from "@/shared/record-link";
import { type RecordData, titleOf } from "@/shared/records";
import { ToneTag } from "@/shared/tone-tag";
import { branchesTo, type GroupNode, growGroup } from "./group-shape";
import styles from "./group-tree.module.css";
import { type Figures, groupOptions } from "./network-queries";

const ALL_OPEN = 60;

type Props = { object: ObjectMeta; record: RecordData };

/** The group of companies that a customer belongs to, with what everything below each comes to. */
export function GroupTree({ object, record }: Props) {
  const { t } = useTranslation();
  const group = useQuery(groupOptions(record.id));
  if (group.isPending) {
    return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  }
  if (group.isError) {
    return <Alert type="warning" title={group.error.message} />;
  }
  const { items, complete } = group.data;
  return (
    <>
      {!complete && (
        <Alert
          type="info"
          className={styles.notice ?? ""}
          title={t("network.group.capped", { count: items.length })}
        />
      )}
      {items.length === 1 ? (
        <EmptyText>{t("network.group.none")}</EmptyText>
      ) : (
        <Tree key={record.id} object={object} record={record} nodes={growGroup(items)} />
      )}
      <AddSubsidiary object={object} record={record} />
    </>
  );
}

function Tree({ object, record, nodes }: Props & { nodes: GroupNode[] }) {
  const { t } = useTranslation();
  const head = nodes[0]?.total;
  const size = (head?.subsidiaries ?? 0) + 1;
  const columns = [
    figure("revenue", t("network.group.revenue"), ({ revenue }) =>
      revenue === null ? null : formatMoney(revenue, 0),
    ),
    figure("orders", t("network.group.orders"), ({ orders }) => count(orders)),
    figure("openTasks", t("network.group.openTasks"), ({ openTasks }) => count(openTasks)),
  ].filter(({ key }) => head?.[key] !== null);
  return (
    <DataTable<GroupNode>
      size="small"
      rowKey="key"
      dataSource={nodes}
      rowClassName={({ customer }) =>
        (customer?.id === record.id ? styles.current : styles.other) ?? ""
      }
      expandable={{
        indentSize: 18,
        ...(size <= ALL_OPEN
          ? { defaultExpandAllRows: true }
          : { defaultExpandedRowKeys: branchesTo(nodes, record.id) }),
      }}
      columns={[
        {
          key: "name",
          title: object.label,
          render: (_, node) => <Name node={node} current={record.id} />,
        },
        ...columns,
      ]}
    />
  );
}

function Name({ node, current }: { node: GroupNode; current: string }) {
  const { t } = useTranslation();
  const { customer, total } = node;
  return (
    <span className={styles.name}>
      {customer === null ? (
        <EmptyText>{t("network.unseen")}</EmptyText>
      ) : (
        <RecordLink object="customer" id={customer.id}>
          {customer.title ?? "—"}
        </RecordLink>
      )}
      {customer?.id === current && <ToneTag tone="brand">{t("network.group.current")}</ToneTag>}
      {total.subsidiaries > 0 && (
        <small>{t("network.group.subsidiaries", { count: total.subsidiaries })}</small>
      )}
    </span>
  );
}

/** What a company brings, and beneath it what it comes to with all that is below. */
function figure(
  key: "revenue" | "orders" | "openTasks",
  title: string,
  words: (figures: Figures) => string | null,
) {
  return {
    key,
    title,
    width: key === "revenue" ? "25%" : "15%",
    align: "right" as const,
    ...(key === "revenue" ? {} : { responsive: ["sm" as const] }),
    render: (_: unknown, { own, total }: GroupNode) => (
      <Both
        own={own && words(own)}
        total={total.subsidiaries > 0 || own === null ? words(total) : null}
      />
    ),
  };
}

function Both({ own, total }: { own: string | null; total: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      <div>{own ?? "—"}</div>
      {total !== null && (
        <small className={styles.total}>{t("network.group.sum", { total })}</small>
      )}
    </>
  );
}

function count(number: number | null): string | null {
  return number === null ? null : formatNumber(number);
}

function AddSubsidiary({ object, record }: Props) {
  const { t } = useTranslation();
  const presets = { parent: { id: record.id, title: titleOf(record, object.titleField) } };
  const [isAdding, setAdding] = useDrawer(object, undefined, presets);
  const field = object.fields.find(({ name }) => name === "parent");
  if (!object.rights.create || field === undefined || field.readOnly) {
    return null;
  }
  return (
    <div className={styles.add}>
      <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
        {t("network.group.add")}
      </Button>
      {isAdding && (
        <RecordDrawer object={object} presets={presets} onClose={() => setAdding(false)} />
      )}
    </div>
  );
}
