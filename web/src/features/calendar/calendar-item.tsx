import { EllipsisOutlined } from "@ant-design/icons";
import { Dropdown } from "antd";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { choiceTone } from "@/shared/choice-tone";
import { dayAfter, formatInstant, formatTime } from "@/shared/format";
import { fieldOf, type ObjectMeta, pathOf } from "@/shared/meta";
import { paths } from "@/shared/paths";
import { fieldValue, titleOf } from "@/shared/records";
import styles from "./calendar.module.css";
import type { Placed } from "./use-days";

type Props = {
  object: ObjectMeta;
  placed: Placed;
  day: string;
  onMove: (placed: Placed, to: string) => void;
};

const STEPS = [
  { key: "before", days: -1 },
  { key: "after", days: 1 },
  { key: "week", days: 7 },
] as const;
const KEYS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** One record on its day: dragged, moved by Ctrl and arrows or from its menu, opened by a click. */
export function CalendarItem({ object, placed, day, onMove }: Props) {
  const { t } = useTranslation();
  const { record, field } = placed;
  const value = fieldValue(record, field.name);
  const name = titleOf(record, object.titleField);
  const kind = fieldOf(object, "kind") ?? fieldOf(object, "status");
  const tone = kind === undefined ? "brand" : choiceTone(kind, fieldValue(record, kind.name));
  const mayMove = object.rights.update && !field.readOnly;
  const isLate =
    /^due/i.test(field.name) &&
    record.done === false &&
    typeof value === "string" &&
    Date.parse(value) < Date.now();

  function press(event: KeyboardEvent) {
    const days = KEYS[event.key];
    if (mayMove && days !== undefined && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onMove(placed, dayAfter(day, days));
    }
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: what is dragged can be moved by keys too
    <li
      className={styles.item}
      data-tone={tone}
      data-done={record.done === true}
      data-late={isLate}
      draggable={mayMove}
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", `${record.id} ${field.name}`);
        event.dataTransfer.effectAllowed = "move";
      }}
    >
      <Link
        to={paths.record(pathOf(object), record.id)}
        title={typeof value === "string" && field.kind === "instant" ? formatInstant(value) : name}
        draggable={false}
        onKeyDown={press}
      >
        {field.kind === "instant" && typeof value === "string" && <time>{formatTime(value)}</time>}
        <span>{name}</span>
      </Link>
      {mayMove && (
        <Dropdown
          trigger={["click"]}
          placement="bottomRight"
          menu={{
            items: STEPS.map(({ key }) => ({ key, label: t(`calendar.move.${key}`) })),
            onClick: ({ key }) => {
              const step = STEPS.find((known) => known.key === key);
              onMove(placed, dayAfter(day, step?.days ?? 0));
            },
          }}
        >
          <button type="button" aria-label={t("calendar.menuOf", { name })}>
            <EllipsisOutlined aria-hidden="true" />
          </button>
        </Dropdown>
      )}
    </li>
  );
}
