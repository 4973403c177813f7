import { EllipsisOutlined } from "@ant-design/icons";
import { Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import {
  type Group,
  type Grouping,
  GroupName,
  groupWords,
  kindsOf,
  type Measure,
  measureName,
  measureWords,
  type ShownLane,
} from "@/features/grouping";
import { isAmount } from "@/shared/field-value";
import { formatNumber } from "@/shared/format";
import type { ObjectMeta } from "@/shared/meta";
import styles from "./board.module.css";

type Props = {
  object: ObjectMeta;
  grouping: Grouping;
  lane: ShownLane;
  measure: Measure | undefined;
  group: Group | undefined;
  onMeasure: (name: string | undefined) => void;
  onFold: () => void;
  onHide: () => void;
};

const NOTHING = "nothing";

/** What the column is, how many stand in it, and what they come to. */
export function LaneHead({ object, grouping, lane, measure, group, ...on }: Props) {
  const { t } = useTranslation();
  const words = groupWords(grouping, lane.key);
  const items = [
    { key: "fold", label: t("board.fold") },
    { key: "hide", label: t("board.hide") },
  ];
  return (
    <header className={styles.head}>
      <h2 className={styles.name}>
        <GroupName grouping={grouping} value={lane.key} />
      </h2>
      <span className={styles.count}>{countWords(lane)}</span>
      <MeasureButton object={object} measure={measure} group={group} onMeasure={on.onMeasure} />
      <Dropdown
        trigger={["click"]}
        placement="bottomRight"
        menu={{ items, onClick: ({ key }) => (key === "fold" ? on.onFold() : on.onHide()) }}
      >
        <button
          type="button"
          className={styles.menu}
          aria-label={t("board.laneMenu", { lane: words })}
        >
          <EllipsisOutlined aria-hidden="true" />
        </button>
      </Dropdown>
    </header>
  );
}

export function countWords({ total, totalIsExact }: ShownLane): string {
  return formatNumber(total) + (totalIsExact ? "" : "+");
}

type MeasureProps = Pick<Props, "object" | "measure" | "group" | "onMeasure">;

/** A click on the number changes what is told; it is the same for all columns. */
function MeasureButton({ object, measure, group, onMeasure }: MeasureProps) {
  const { t } = useTranslation();
  const label = (kind: Measure["kind"], field: string) =>
    t("board.measure", { measure: t(`grouping.measure.${kind}`), field });
  const items = object.fields.filter(isAmount).flatMap((field) =>
    kindsOf(field)
      .filter((kind) => kind === "sum" || kind === "avg")
      .map((kind) => ({ key: measureName(kind, field), label: label(kind, field.label) })),
  );
  if (items.length === 0) {
    return <span className={styles.measure} />;
  }
  const told =
    measure === undefined ? t("board.noMeasure") : label(measure.kind, measure.field.label);
  const value =
    measure === undefined ? "Σ" : group === undefined ? "—" : measureWords(measure, group);
  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{
        items: [{ key: NOTHING, label: t("grouping.nothing") }, { type: "divider" }, ...items],
        selectedKeys: [measure?.name ?? NOTHING],
        className: styles.measures ?? "",
        onClick: ({ key }) => onMeasure(key === NOTHING ? undefined : key),
      }}
    >
      <button type="button" className={styles.measure} title={told} aria-label={`${told} ${value}`}>
        {value}
      </button>
    </Dropdown>
  );
}
