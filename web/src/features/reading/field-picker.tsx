import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldMeta, ObjectMeta } from "@/shared/meta";
import styles from "./field-picker.module.css";

type Props = { object: ObjectMeta; onPick: (field: FieldMeta) => void };

export function FieldPicker({ object, onPick }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const fields = object.fields.filter(
    (field) => field.filterable !== false && field.label.toLowerCase().includes(text.toLowerCase()),
  );
  return (
    <section className={styles.picker} aria-label={t("reading.filter")}>
      <Input
        autoFocus
        allowClear
        value={text}
        placeholder={t("reading.findField")}
        aria-label={t("reading.findField")}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={() => {
          if (fields[0] !== undefined) {
            onPick(fields[0]);
          }
        }}
      />
      <ul>
        {fields.map((field) => (
          <li key={field.name}>
            <button type="button" onClick={() => onPick(field)}>
              {field.label}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
