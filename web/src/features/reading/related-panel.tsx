import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { RecordDrawer } from "@/features/writing";
import { FieldValue } from "@/shared/field-value";
import type { FilterNode } from "@/shared/filter";
import { formatNumber } from "@/shared/format";
import { fieldOf, type ObjectMeta, pathOf, useObjectMeta } from "@/shared/meta";
import { Panel } from "@/shared/page";
import { paths } from "@/shared/paths";
import { fieldValue, type RecordData, titleOf } from "@/shared/records";
import { relatedRowsOptions } from "./record-queries";
import styles from "./related-panel.module.css";

type Props = {
  list: ObjectMeta["related"][number];
  owner: ObjectMeta;
  record: RecordData;
  count: number | undefined;
};

const MARKS = 2;

/** The first few records that point here, how many there are, and a way to add one. */
export function RelatedPanel({ list, owner, record, count }: Props) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const object = useObjectMeta(list.object);
  const path = object === undefined ? "" : pathOf(object);
  const filter: FilterNode = { and: [{ field: list.field, op: "in", value: [record.id] }] };
  const marks = object === undefined ? [] : marksOf(object, list.field);
  const columns = object === undefined ? [] : [object.titleField, ...marks];
  const rows = useQuery({
    ...relatedRowsOptions(path, JSON.stringify(filter), {
      columns: columns.join(","),
      sort: object?.defaultSort ?? "",
    }),
    enabled: object !== undefined && (count ?? 0) > 0,
  });
  if (object === undefined) {
    return null;
  }
  const reference = { id: record.id, title: titleOf(record, owner.titleField) };
  return (
    <Panel
      title={
        <>
          {list.object === owner.name ? t("reading.children", { objects: list.label }) : list.label}{" "}
          <span className={styles.count}>{count && formatNumber(count)}</span>
        </>
      }
      extra={
        <span className={styles.extra}>
          {(count ?? 0) > 0 && <Link to={paths.list(path, filter)}>{t("reading.viewAll")}</Link>}
          {object.rights.create && (
            <Button
              type="text"
              size="small"
              icon={<PlusOutlined />}
              aria-label={t("reading.new", { object: object.label })}
              onClick={() => setAdding(true)}
            />
          )}
        </span>
      }
    >
      {count === 0 && <p className={styles.empty}>{t("reading.relatedEmpty")}</p>}
      <ul className={styles.rows}>
        {rows.data?.items.map((row) => (
          <li key={row.id}>
            <Link to={paths.record(path, row.id)}>{titleOf(row, object.titleField)}</Link>
            {marks.map((name) => {
              const field = fieldOf(object, name);
              return field === undefined ? null : (
                <span key={name}>
                  <FieldValue field={field} value={fieldValue(row, name)} linked={false} />
                </span>
              );
            })}
          </li>
        ))}
      </ul>
      {isAdding && (
        <RecordDrawer
          object={object}
          presets={{ [list.field]: reference }}
          onClose={() => setAdding(false)}
        />
      )}
    </Panel>
  );
}

/** Columns of the list that say something beside the title and are not the way back. */
function marksOf(object: ObjectMeta, backwards: string): string[] {
  const useful = ["choice", "money", "date", "phone", "number"];
  return object.defaultColumns
    .filter((name) => {
      const field = fieldOf(object, name);
      const isUseful = field !== undefined && useful.includes(field.kind);
      return isUseful && name !== backwards && name !== object.titleField;
    })
    .slice(0, MARKS);
}
