import { DownOutlined } from "@ant-design/icons";
import { Dropdown, type MenuProps } from "antd";
import { useTranslation } from "react-i18next";
import { groupBy } from "@/features/grouping";
import type { SortKey } from "@/shared/list-state";
import type { FieldMeta } from "@/shared/meta";
import { movedColumn, type TableColumns } from "./table-columns";
import styles from "./table-head.module.css";

type Props = {
  table: TableColumns;
  index: number;
  field: FieldMeta;
  onSort: (next: () => SortKey[]) => void;
};

/** All that a header can do, for those who neither drag nor remember keys. */
export function ColumnMenu({ table, index, field, onSort }: Props) {
  const { t } = useTranslation();
  const items = useItems({ table, index, field, onSort });
  const by = groupBy(field);
  const actions: Record<string, () => void> = {
    ascending: () => onSort(() => [{ field: field.name, descending: false }]),
    descending: () => onSort(() => [{ field: field.name, descending: true }]),
    left: () => table.onMove(movedColumn(table.names, field.name, index - 1)),
    right: () => table.onMove(movedColumn(table.names, field.name, index + 1)),
    freeze: () => table.onFreeze(index + 1),
    release: () => table.onFreeze(1),
    width: () => table.onReset(field.name),
    group: () => table.onGroup(by),
    hide: () => table.onHide(field.name),
  };
  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{ items, onClick: ({ key }) => actions[key]?.() }}
    >
      <button
        type="button"
        className={styles.menu}
        aria-label={t("reading.columnMenu", { field: field.label })}
      >
        <DownOutlined aria-hidden="true" />
      </button>
    </Dropdown>
  );
}

function useItems({ table, index, field }: Props): NonNullable<MenuProps["items"]> {
  const { t } = useTranslation();
  const isTitle = index === 0;
  const item = (key: string, label: string, disabled = false) => ({ key, label, disabled });
  const sorts = field.sortable
    ? [item("ascending", t("reading.ascending")), item("descending", t("reading.descending"))]
    : [];
  const moves = isTitle
    ? []
    : [
        item("left", t("reading.moveLeft"), !table.mayMove(index, -1)),
        item("right", t("reading.moveRight"), !table.mayMove(index, 1)),
      ];
  const freezing =
    table.frozen > 1 && table.frozen === index + 1
      ? [item("release", t("reading.release"))]
      : isTitle
        ? []
        : [item("freeze", t("reading.freeze"))];
  const rest = [
    ...freezing,
    ...(isTitle || groupBy(field) === undefined ? [] : [item("group", t("grouping.groupByThis"))]),
    item("width", t("reading.usualWidth"), !table.isChosen(field.name)),
    ...(isTitle ? [] : [item("hide", t("reading.hideColumn"))]),
  ];
  return [sorts, moves, rest]
    .filter((group) => group.length > 0)
    .flatMap((group, at) => (at === 0 ? group : [{ type: "divider" as const }, ...group]));
}
