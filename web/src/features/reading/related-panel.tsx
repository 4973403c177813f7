import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { RecordDrawer, useDrawer } from "@/features/writing";
import { FieldValue } from "@/shared/field-value";
import type { FilterNode } from "@/shared/filter";
import { formatInstant, formatNumber } from "@/shared/format";
import {
  type FieldKind,
  type FieldMeta,
  fieldOf,
  type ObjectMeta,
  pathOf,
  useObjectMeta,
} from "@/shared/meta";
import { Panel } from "@/shared/page";
import { paths } from "@/shared/paths";
import { fieldValue, type RecordData, type Reference, titleOf } from "@/shared/records";
import { type RelatedCount, relatedRowsOptions } from "./record-queries";
import styles from "./related-panel.module.css";

type Props = {
  list: ObjectMeta["related"][number];
  owner: ObjectMeta;
  record: RecordData;
  count: RelatedCount | undefined;
};

const MARKS = 2;
const USEFUL: FieldKind[] = ["money", "instant", "date", "choice", "choices", "phone"];

/** The first few records that point here, how many there are, and a way to add one. */
export function RelatedPanel({ list, owner, record, count }: Props) {
  const { t } = useTranslation();
  const total = count?.count ?? 0;
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
    enabled: object !== undefined && total > 0,
  });
  if (object === undefined) {
    return null;
  }
  const reference = { id: record.id, title: titleOf(record, owner.titleField) };
  const isMany = fieldOf(object, list.field)?.kind === "references";
  return (
    <Panel
      title={
        <>
          {list.object === owner.name ? t("reading.children", { objects: list.label }) : list.label}{" "}
          <span className={styles.count}>{count !== undefined && countWords(count)}</span>
        </>
      }
      extra={
        <span className={styles.extra}>
          {total > 0 && <Link to={paths.list(path, filter)}>{t("reading.viewAll")}</Link>}
          {object.rights.create && (
            <AddButton
              object={object}
              presets={{ [list.field]: isMany ? [reference] : reference }}
            />
          )}
        </span>
      }
    >
      {total > 0 && (
        <ul className={styles.rows}>
          {rows.data?.items.map((row) => (
            <li key={row.id}>
              <Link to={paths.record(path, row.id)}>{titleOf(row, object.titleField)}</Link>
              {marks.map((name) => {
                const field = fieldOf(object, name);
                return field === undefined ? null : (
                  <span key={name}>
                    <Mark field={field} value={fieldValue(row, name)} />
                  </span>
                );
              })}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

type AddProps = { object: ObjectMeta; presets: Record<string, Reference | Reference[]> };

function AddButton({ object, presets }: AddProps) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useDrawer(object, undefined, presets);
  return (
    <>
      <Button
        type="text"
        size="small"
        icon={<PlusOutlined />}
        aria-label={t("reading.new", { object: object.label })}
        onClick={() => setAdding(true)}
      />
      {isAdding && (
        <RecordDrawer object={object} presets={presets} onClose={() => setAdding(false)} />
      )}
    </>
  );
}

/** Counting stops where more would tell nobody anything. */
function countWords({ count, countIsExact }: RelatedCount): string {
  return formatNumber(count) + (countIsExact ? "" : "+");
}

/** Of a moment the day is enough here. */
function Mark({ field, value }: { field: FieldMeta; value: unknown }) {
  return field.kind === "instant" && typeof value === "string" ? (
    formatInstant(value).slice(0, 10)
  ) : (
    <FieldValue field={field} value={value} linked={false} />
  );
}

/** Columns of the list that say something beside the title and are not the way back. */
function marksOf(object: ObjectMeta, backwards: string): string[] {
  const names = object.defaultColumns.filter(
    (name) => name !== backwards && name !== object.titleField,
  );
  const ofKind = (kind: FieldKind) => names.filter((name) => fieldOf(object, name)?.kind === kind);
  const ranked = USEFUL.flatMap(ofKind);
  const chosen = ranked.slice(0, MARKS);
  return names.filter((name) => chosen.includes(name));
}
