import {
  ArrowLeftOutlined,
  PushpinFilled,
  PushpinOutlined,
  RightOutlined,
} from "@ant-design/icons";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FieldMeta, fieldThrough, type ObjectMeta, useMeta } from "@/shared/meta";
import styles from "./field-picker.module.css";

/** The fields by which a list can be filtered at once, and how one is added or taken away. */
export type QuickFields = { names: string[]; toggle: (name: string) => void };

type Props = { object: ObjectMeta; quick: QuickFields; onPick: (field: FieldMeta) => void };

/** A field of the records, or, one step further, of what they refer to. */
export function FieldPicker({ object, quick, onPick }: Props) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const [text, setText] = useState("");
  const [through, setThrough] = useState<FieldMeta>();
  const target = objects.find((known) => known.name === through?.reference);
  const matching = ((through && target) ?? object).fields.filter(
    (field) => field.filterable !== false && field.label.toLowerCase().includes(text.toLowerCase()),
  );

  function pick(field: FieldMeta) {
    const name = through === undefined ? field.name : `${through.name}.${field.name}`;
    onPick(fieldThrough(objects, object, name) ?? field);
  }

  function step(next: FieldMeta | undefined) {
    setText("");
    setThrough(next);
  }

  return (
    <section className={styles.picker} aria-label={t("reading.filter")}>
      {through !== undefined && (
        <Button
          type="text"
          size="small"
          className={styles.back ?? ""}
          icon={<ArrowLeftOutlined aria-hidden="true" />}
          onClick={() => step(undefined)}
        >
          {t("reading.fieldsOf", { field: through.label })}
        </Button>
      )}
      <Input
        key={through?.name}
        autoFocus
        allowClear
        value={text}
        placeholder={t("reading.findField")}
        aria-label={t("reading.findField")}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={() => {
          if (matching[0] !== undefined) {
            pick(matching[0]);
          }
        }}
      />
      <ul>
        {matching.map((field) => (
          <li key={field.name}>
            <button type="button" className={styles.field} onClick={() => pick(field)}>
              {field.label}
            </button>
            {through === undefined && <QuickToggle field={field} quick={quick} />}
            {through === undefined && objects.some(({ name }) => name === field.reference) && (
              <Button
                type="text"
                size="small"
                icon={<RightOutlined aria-hidden="true" />}
                aria-label={t("reading.fieldsOf", { field: field.label })}
                onClick={() => step(field)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function QuickToggle({ field, quick }: { field: FieldMeta; quick: QuickFields }) {
  const { t } = useTranslation();
  const isQuick = quick.names.includes(field.name);
  const label = t("reading.quick", { field: field.label });
  return (
    <Button
      type="text"
      size="small"
      className={isQuick ? (styles.quick ?? "") : (styles.idle ?? "")}
      icon={isQuick ? <PushpinFilled aria-hidden="true" /> : <PushpinOutlined aria-hidden="true" />}
      title={label}
      aria-label={label}
      aria-pressed={isQuick}
      onClick={() => quick.toggle(field.name)}
    />
  );
}
