import { RightOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import {
  type Group,
  type Grouping,
  GroupName,
  measuresOf,
  measureWords,
  type ShownLane,
} from "@/features/grouping";
import { isAmount } from "@/shared/field-value";
import { formatNumber } from "@/shared/format";
import type { ObjectMeta } from "@/shared/meta";
import styles from "./group-rows.module.css";
import type { TableColumns } from "./table-columns";
import frame from "./table-frame.module.css";

type Props = {
  grouping: Grouping;
  group: Group;
  object: ObjectMeta;
  table: TableColumns;
  measures: string[];
  isShut: boolean;
  onToggle: () => void;
};

/** What a group is, how many it has, and what they come to below each column. */
export function GroupRow({ grouping, group, object, table, measures, isShut, onToggle }: Props) {
  const { t } = useTranslation();
  const value = group.key[grouping.by] ?? null;
  const known = measuresOf(object, measures);
  const total = formatNumber(group.count);
  return (
    <tr className={frame.group}>
      {table.fields.map((field, index) => {
        const measure = known.find((candidate) => candidate.field.name === field.name);
        return index === 0 ? (
          <th key={field.name} scope="rowgroup" data-frozen="true" style={table.place(index)}>
            <button
              type="button"
              className={styles.toggle}
              aria-expanded={!isShut}
              onClick={onToggle}
            >
              <RightOutlined aria-hidden="true" className={styles.caret ?? ""} />
              <span className={styles.name}>
                <GroupName grouping={grouping} value={value} />
              </span>
              <span className="visually-hidden">
                {t("grouping.records", { count: group.count, total })}
              </span>
              <span aria-hidden="true" className={styles.count}>
                {total}
              </span>
            </button>
          </th>
        ) : (
          <td
            key={field.name}
            data-frozen={table.isFrozen(index)}
            style={table.place(index)}
            className={isAmount(field) ? frame.amount : ""}
            title={measure === undefined ? undefined : t(`grouping.measure.${measure.kind}`)}
          >
            {measure !== undefined && measureWords(measure, group)}
          </td>
        );
      })}
    </tr>
  );
}

export function MoreRow({ table, lane }: { table: TableColumns; lane: ShownLane }) {
  const { t } = useTranslation();
  return (
    <tr className={styles.more}>
      <td colSpan={table.fields.length}>
        <button type="button" disabled={lane.isLoadingMore} onClick={lane.loadMore}>
          {t("reading.loadMore")}
        </button>
      </td>
    </tr>
  );
}

/** Holds the place of a record that has been asked for. */
export function WaitingRow({ table, height }: { table: TableColumns; height: number }) {
  return (
    <tr style={{ height }} aria-busy="true">
      <td colSpan={table.fields.length} className={styles.waiting}>
        <span />
      </td>
    </tr>
  );
}
