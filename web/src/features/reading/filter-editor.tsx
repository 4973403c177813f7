import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  alternativesOf,
  anyOf,
  type Condition,
  type FilterNode,
  operatorsOf,
} from "@/shared/filter";
import { fieldThrough, type ObjectMeta, useMeta } from "@/shared/meta";
import { ConditionEditor } from "./condition-editor";
import { FieldPicker, type QuickFields } from "./field-picker";
import styles from "./filter-editor.module.css";

type Props = {
  object: ObjectMeta;
  /** What is edited; nothing yet where a field is to be picked first. */
  part: FilterNode | undefined;
  words: (part: FilterNode) => string;
  quick: QuickFields;
  onApply: (part: FilterNode | undefined) => void;
};

/** One condition, or several of which one must hold. */
export function FilterEditor({ object, part, words, quick, onApply }: Props) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const known = part === undefined ? [] : (alternativesOf(part) ?? []);
  const [editing, setEditing] = useState<number | undefined>(known.length > 1 ? undefined : 0);
  const [fresh, setFresh] = useState<Condition>();
  const current = editing === undefined ? undefined : (known[editing] ?? fresh);
  const field = current && fieldThrough(objects, object, current.field);

  function apply(condition: Condition) {
    const next = [...known];
    next[editing ?? 0] = condition;
    onApply(anyOf(next));
  }

  const addOther = (
    <Button
      type="text"
      size="small"
      className={styles.or ?? ""}
      icon={<PlusOutlined aria-hidden="true" />}
      onClick={() => {
        setFresh(undefined);
        setEditing(known.length);
      }}
    >
      {t("reading.orElse")}
    </Button>
  );
  if (editing === undefined) {
    return (
      <section className={styles.alternatives} aria-label={t("reading.oneOf")}>
        <strong>{t("reading.oneOf")}</strong>
        <ul>
          {known.map((condition, index) => (
            <li key={words(condition)}>
              <button type="button" onClick={() => setEditing(index)}>
                {words(condition)}
              </button>
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined aria-hidden="true" />}
                aria-label={t("reading.removeFilter", { words: words(condition) })}
                onClick={() => onApply(anyOf(known.filter((other) => other !== condition)))}
              />
            </li>
          ))}
        </ul>
        {addOther}
      </section>
    );
  }
  if (current === undefined || field === undefined) {
    return (
      <FieldPicker
        object={object}
        quick={quick}
        onPick={(picked) =>
          setFresh({ field: picked.name, op: operatorsOf(picked.kind)[0] ?? "eq" })
        }
      />
    );
  }
  return (
    <>
      <ConditionEditor key={editing} field={field} condition={current} onApply={apply} />
      {known.length > 0 && editing < known.length && addOther}
    </>
  );
}
