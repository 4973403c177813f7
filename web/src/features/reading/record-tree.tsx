import { useQuery } from "@tanstack/react-query";
import { Alert, Skeleton } from "antd";
import { Link } from "react-router";
import { DataTable } from "@/shared/data-table";
import { FieldValue, isAmount } from "@/shared/field-value";
import { type FieldMeta, type ObjectMeta, pathOf } from "@/shared/meta";
import { paths } from "@/shared/paths";
import {
  allOptions,
  fieldValue,
  isReference,
  type ListQuery,
  type RecordData,
  titleOf,
} from "@/shared/records";
import styles from "./record-tree.module.css";

type Props = { object: ObjectMeta; treeField: string; columns: FieldMeta[]; query: ListQuery };
type Node = { id: string; record: RecordData; children?: Node[] };

/** All records of a kind, each below the one that it belongs to. */
export function RecordTree({ object, treeField, columns, query }: Props) {
  const path = pathOf(object);
  const names = [...columns.map((column) => column.name), treeField];
  const all = useQuery(allOptions(path, { ...query, columns: [...new Set(names)].join(",") }));
  if (all.isError) {
    return <Alert type="warning" title={all.error.message} />;
  }
  if (all.data === undefined) {
    return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
  }
  const [title, ...others] = columns.filter((column) => column.name !== treeField);
  return (
    <div className={styles.tree}>
      <DataTable<Node>
        dataSource={grown(all.data, treeField)}
        expandable={{ defaultExpandAllRows: true, indentSize: 20 }}
        columns={[
          {
            key: object.titleField,
            title: title?.label,
            render: (_, { record }) => (
              <Link to={paths.record(path, record.id)} className={styles.title}>
                {titleOf(record, object.titleField)}
              </Link>
            ),
          },
          ...others.map((field) => ({
            key: field.name,
            title: field.label,
            align: isAmount(field) ? ("right" as const) : ("left" as const),
            responsive: ["sm" as const],
            render: (_: unknown, { record }: Node) => (
              <FieldValue field={field} value={fieldValue(record, field.name)} />
            ),
          })),
        ]}
      />
    </div>
  );
}

/** Whoever may not see the record above stands at the top. */
function grown(records: RecordData[], treeField: string): Node[] {
  const nodes = new Map<string, Node>(
    records.map((record) => [record.id, { id: record.id, record }]),
  );
  const roots: Node[] = [];
  for (const node of nodes.values()) {
    const above = fieldValue(node.record, treeField);
    const parent = isReference(above) ? nodes.get(above.id) : undefined;
    if (parent === undefined) {
      roots.push(node);
    } else {
      parent.children = [...(parent.children ?? []), node];
    }
  }
  return roots;
}
