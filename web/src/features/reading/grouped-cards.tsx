import { RightOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { Selection } from "@/features/bulk";
import {
  type Group,
  type Grouping,
  GroupName,
  keyText,
  type Measure,
  measuresOf,
  measureWords,
} from "@/features/grouping";
import { formatNumber } from "@/shared/format";
import type { FieldMeta, ObjectMeta } from "@/shared/meta";
import { CardFrame } from "./card-frame";
import type { GroupedItem } from "./grouped-items";
import { RecordCard, SelectHead, WaitingCard } from "./record-cards";
import styles from "./record-cards.module.css";

type Props = {
  object: ObjectMeta;
  columns: FieldMeta[];
  grouping: Grouping;
  items: GroupedItem[];
  measures: string[];
  selection: Selection;
  isShut: (key: GroupedItem["key"]) => boolean;
  onToggle: (key: GroupedItem["key"]) => void;
  onRange: (first: number, last: number) => void;
};

/** The groups of a list on a phone: each opens and shuts, and says what its records come to. */
export function GroupedCards({ object, columns, grouping, items, selection, ...more }: Props) {
  const { t } = useTranslation();
  const measures = measuresOf(object, more.measures);
  return (
    <CardFrame
      count={items.length}
      head={<SelectHead object={object} selection={selection} />}
      keyOf={(index) => rowKey(items[index], index)}
      onRange={more.onRange}
      item={(index) => {
        const item = items[index];
        switch (item?.kind) {
          case "group":
            return (
              <GroupHead
                grouping={grouping}
                group={item.group}
                measures={measures}
                isShut={more.isShut(item.key)}
                onToggle={() => more.onToggle(item.key)}
              />
            );
          case "record":
            return (
              <RecordCard
                object={object}
                columns={columns}
                record={item.record}
                selection={selection}
              />
            );
          case "more":
            return (
              <button
                type="button"
                className={styles.more}
                disabled={item.lane.isLoadingMore}
                onClick={item.lane.loadMore}
              >
                {t("reading.loadMore")}
              </button>
            );
          default:
            return <WaitingCard />;
        }
      }}
    />
  );
}

function rowKey(item: GroupedItem | undefined, index: number): string {
  switch (item?.kind) {
    case "record":
      return item.record.id;
    case "group":
    case "more":
      return `${item.kind} ${keyText(item.key)}`;
    default:
      return `wait ${index}`;
  }
}

type HeadProps = {
  grouping: Grouping;
  group: Group;
  measures: Measure[];
  isShut: boolean;
  onToggle: () => void;
};

function GroupHead({ grouping, group, measures, isShut, onToggle }: HeadProps) {
  const { t } = useTranslation();
  const total = formatNumber(group.count);
  return (
    <button type="button" className={styles.group} aria-expanded={!isShut} onClick={onToggle}>
      <RightOutlined aria-hidden="true" className={styles.caret ?? ""} />
      <span className={styles.groupName}>
        <GroupName grouping={grouping} value={group.key[grouping.by] ?? null} />
      </span>
      <span className="visually-hidden">
        {t("grouping.records", { count: group.count, total })}
      </span>
      <span aria-hidden="true" className={styles.count}>
        {total}
      </span>
      <span className={styles.sums}>
        {measures.map((measure) => (
          <span key={measure.name}>
            <small>
              {measure.field.label} {t(`grouping.measure.${measure.kind}`)}
            </small>{" "}
            {measureWords(measure, group)}
          </span>
        ))}
      </span>
    </button>
  );
}
