import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  allOf,
  type Condition,
  type FilterNode,
  isCondition,
  operatorsOf,
  partsOf,
} from "@/shared/filter";
import { filterWords } from "@/shared/filter-words";
import { fieldOf, type ObjectMeta } from "@/shared/meta";
import { useReferenceTitles } from "@/shared/reference-picker";
import { ConditionEditor } from "./condition-editor";
import { FieldPicker } from "./field-picker";
import styles from "./filter-bar.module.css";

type Props = {
  object: ObjectMeta;
  filter: FilterNode | undefined;
  onChange: (filter: FilterNode | undefined) => void;
};

/** One chip per condition, in words; a click opens its editor. */
export function FilterBar({ object, filter, onChange }: Props) {
  const { t } = useTranslation();
  const words = useFilterWords(object, filter);
  const [open, setOpen] = useState<number | "new">();
  const [draft, setDraft] = useState<Condition>();
  const parts = partsOf(filter);

  function replace(index: number, part: FilterNode | undefined) {
    const next = parts.flatMap((old, at) => (at === index ? (part ?? []) : old));
    onChange(allOf(next));
  }

  function add(condition: Condition) {
    onChange(allOf([...parts, condition]));
    close();
  }

  function close() {
    setOpen(undefined);
    setDraft(undefined);
  }

  return (
    <div className={styles.bar}>
      {parts.map((part, index) => {
        const text = words(part);
        const field = isCondition(part) ? fieldOf(object, part.field) : undefined;
        return (
          <span key={text} className={styles.chip}>
            <Popover
              trigger="click"
              placement="bottomLeft"
              destroyOnHidden
              open={open === index && field !== undefined}
              onOpenChange={(isOpen) => setOpen(isOpen ? index : undefined)}
              content={
                isCondition(part) && field !== undefined ? (
                  <ConditionEditor
                    field={field}
                    condition={part}
                    onApply={(next) => {
                      replace(index, next);
                      close();
                    }}
                  />
                ) : null
              }
            >
              <button type="button" className={styles.words}>
                {text}
              </button>
            </Popover>
            <button
              type="button"
              className={styles.remove}
              aria-label={t("reading.removeFilter", { words: text })}
              onClick={() => replace(index, undefined)}
            >
              <CloseOutlined aria-hidden="true" />
            </button>
          </span>
        );
      })}
      <Popover
        trigger="click"
        placement="bottomLeft"
        destroyOnHidden
        open={open === "new"}
        onOpenChange={(isOpen) => (isOpen ? setOpen("new") : close())}
        content={<NewCondition object={object} draft={draft} onDraft={setDraft} onApply={add} />}
      >
        <button type="button" className={styles.add}>
          <PlusOutlined aria-hidden="true" /> {t("reading.filter")}
        </button>
      </Popover>
      {parts.length > 1 && (
        <button type="button" className={styles.clear} onClick={() => onChange(undefined)}>
          {t("reading.clearFilters")}
        </button>
      )}
    </div>
  );
}

type NewProps = {
  object: ObjectMeta;
  draft: Condition | undefined;
  onDraft: (condition: Condition) => void;
  onApply: (condition: Condition) => void;
};

function NewCondition({ object, draft, onDraft, onApply }: NewProps) {
  const field = draft === undefined ? undefined : fieldOf(object, draft.field);
  if (draft !== undefined && field !== undefined) {
    return <ConditionEditor field={field} condition={draft} onApply={onApply} />;
  }
  return (
    <FieldPicker
      object={object}
      onPick={(picked) => {
        onDraft({ field: picked.name, op: operatorsOf(picked.kind)[0] ?? "eq" });
      }}
    />
  );
}

function useFilterWords(object: ObjectMeta, filter: FilterNode | undefined) {
  const { t } = useTranslation();
  const wanted = referencesOf(object, filter);
  const title = useReferenceTitles(wanted);
  return (node: FilterNode) =>
    filterWords(node, { t, title, field: (name) => fieldOf(object, name) });
}

function referencesOf(
  object: ObjectMeta,
  node: FilterNode | undefined,
): { object: string; ids: string[] }[] {
  if (node === undefined) {
    return [];
  }
  if (isCondition(node)) {
    const target = fieldOf(object, node.field)?.reference;
    const values = Array.isArray(node.value) ? node.value : [node.value];
    const ids = values.filter((value): value is string => typeof value === "string");
    return target === undefined || ids.length === 0 ? [] : [{ object: target, ids }];
  }
  const parts = "and" in node ? node.and : "or" in node ? node.or : [node.not];
  return parts.flatMap((part) => referencesOf(object, part));
}
