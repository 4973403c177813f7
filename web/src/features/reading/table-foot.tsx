import { useQuery } from "@tanstack/react-query";
import { Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import {
  type Chosen,
  type Group,
  groupsOptions,
  kindsOf,
  type Measure,
  measuresOf,
  measureWords,
  withMeasure,
} from "@/features/grouping";
import { isAmount } from "@/shared/field-value";
import { type FieldMeta, type ObjectMeta, pathOf } from "@/shared/meta";
import type { TableColumns } from "./table-columns";
import styles from "./table-frame.module.css";

export type TableFootProps = {
  object: ObjectMeta;
  table: TableColumns;
  chosen: Chosen;
  measures: string[];
  onMeasures: (measures: string[]) => void;
};

const NOTHING = "nothing";

/** What all records of the list come to, below each column; asked for only where somebody wants it. */
export function TableFoot({ object, table, chosen, measures, onMeasures }: TableFootProps) {
  const known = measuresOf(object, measures);
  const totals = useQuery({
    ...groupsOptions(pathOf(object), { ...chosen, by: [], measures: known.map((m) => m.name) }),
    enabled: known.length > 0,
  });
  return (
    <tfoot data-stale={totals.isPlaceholderData}>
      <tr>
        {table.fields.map((field, index) => (
          <td
            key={field.name}
            data-frozen={table.isFrozen(index)}
            style={table.place(index)}
            className={isAmount(field) ? styles.amount : ""}
          >
            <FootCell
              field={field}
              measure={known.find((measure) => measure.field.name === field.name)}
              all={totals.data?.groups[0]}
              onKind={(kind) => onMeasures(withMeasure(measures, field, kind))}
            />
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

type CellProps = {
  field: FieldMeta;
  measure: Measure | undefined;
  all: Group | undefined;
  onKind: (kind: Measure["kind"] | undefined) => void;
};

function FootCell({ field, measure, all, onKind }: CellProps) {
  const { t } = useTranslation();
  const kinds = kindsOf(field);
  const items = [
    { key: NOTHING, label: t("grouping.nothing") },
    ...kinds.map((kind) => ({ key: kind, label: t(`grouping.measure.${kind}`) })),
  ];
  return (
    <Dropdown
      trigger={["click"]}
      placement="topRight"
      menu={{
        items,
        selectedKeys: [measure?.kind ?? NOTHING],
        onClick: ({ key }) => onKind(kinds.find((kind) => kind === key)),
      }}
    >
      <button
        type="button"
        className={styles.total}
        aria-label={
          measure === undefined
            ? t("grouping.measureOf", { field: field.label })
            : t("grouping.measured", {
                field: field.label,
                measure: t(`grouping.measure.${measure.kind}`),
                value: all === undefined ? "…" : measureWords(measure, all),
              })
        }
      >
        {measure === undefined ? (
          <span className={styles.offer}>{t("grouping.calculate")}</span>
        ) : (
          <>
            <small>{t(`grouping.measure.${measure.kind}`)}</small>
            <b>{all === undefined ? "…" : measureWords(measure, all)}</b>
          </>
        )}
      </button>
    </Dropdown>
  );
}
