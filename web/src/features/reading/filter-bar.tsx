import { CloseOutlined, DownOutlined, PlusOutlined, StarOutlined } from "@ant-design/icons";
import { Popover } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  allOf,
  alternativesOf,
  type FilterNode,
  FOLLOWED,
  isCondition,
  operatorsOf,
  partsOf,
} from "@/shared/filter";
import { fieldOf, type ObjectMeta } from "@/shared/meta";
import type { QuickFields } from "./field-picker";
import styles from "./filter-bar.module.css";
import { FilterEditor } from "./filter-editor";
import { useFilterWords } from "./filter-words";

type Props = {
  object: ObjectMeta;
  filter: FilterNode | undefined;
  quick: QuickFields;
  onChange: (filter: FilterNode | undefined) => void;
};

function isStar(part: FilterNode): boolean {
  return isCondition(part) && part.field === FOLLOWED;
}

/** One chip per condition, in words; quick fields have one before they have a condition. */
export function FilterBar({ object, filter, quick, onChange }: Props) {
  const { t } = useTranslation();
  const words = useFilterWords(object, filter);
  const [open, setOpen] = useState<string>();
  const parts = partsOf(filter);
  const isUsed = (name: string) => parts.some((part) => isCondition(part) && part.field === name);
  const idle = quick.names
    .flatMap((name) => fieldOf(object, name) ?? [])
    .filter((field) => !isUsed(field.name));

  function put(at: number, part: FilterNode | undefined) {
    setOpen(undefined);
    onChange(allOf([...parts.slice(0, at), ...(part ? [part] : []), ...parts.slice(at + 1)]));
  }

  function popover(key: string, part: FilterNode | undefined, at: number, button: ReactNode) {
    return (
      <Popover
        trigger="click"
        placement="bottomLeft"
        destroyOnHidden
        open={open === key}
        onOpenChange={(isOpen) => setOpen(isOpen ? key : undefined)}
        content={
          <FilterEditor
            object={object}
            part={part}
            words={words}
            quick={quick}
            onApply={(next) => put(at, next)}
          />
        }
      >
        {button}
      </Popover>
    );
  }

  return (
    <div className={styles.bar}>
      {parts.map((part, index) => {
        const text = words(part);
        const button = (
          <button type="button" className={styles.words} title={text}>
            {text}
          </button>
        );
        const isEditable = alternativesOf(part) !== undefined && !isStar(part);
        return (
          <span key={text} className={styles.chip}>
            {isEditable ? popover(`part ${index}`, part, index, button) : button}
            <button
              type="button"
              className={styles.remove}
              aria-label={t("reading.removeFilter", { words: text })}
              onClick={() => put(index, undefined)}
            >
              <CloseOutlined aria-hidden="true" />
            </button>
          </span>
        );
      })}
      {idle.map((field) => (
        <span key={field.name}>
          {popover(
            `quick ${field.name}`,
            { field: field.name, op: operatorsOf(field.kind)[0] ?? "eq" },
            parts.length,
            <button type="button" className={styles.add}>
              {field.label} <DownOutlined aria-hidden="true" className={styles.caret ?? ""} />
            </button>,
          )}
        </span>
      ))}
      {!parts.some(isStar) && (
        <button
          type="button"
          className={styles.add}
          onClick={() => put(parts.length, { field: FOLLOWED, op: "eq", value: true })}
        >
          <StarOutlined aria-hidden="true" /> {t("shared.filter.followed")}
        </button>
      )}
      {popover(
        "new",
        undefined,
        parts.length,
        <button type="button" className={styles.add}>
          <PlusOutlined aria-hidden="true" /> {t("reading.filter")}
        </button>,
      )}
      {parts.length > 1 && (
        <button type="button" className={styles.clear} onClick={() => onChange(undefined)}>
          {t("reading.clearFilters")}
        </button>
      )}
    </div>
  );
}
