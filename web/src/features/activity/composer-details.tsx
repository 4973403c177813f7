import { FieldInput } from "@/shared/field-input";
import type { FieldMeta } from "@/shared/meta";
import styles from "./composer.module.css";
import type { Details } from "./composer-kinds";

type Props = {
  fields: FieldMeta[];
  details: Details;
  onChange: (name: string, value: unknown) => void;
};

/** The few things that a kind of activity is asked for, each under its name. */
export function ComposerDetails({ fields, details, onChange }: Props) {
  if (fields.length === 0) {
    return null;
  }
  return (
    <div className={styles.details}>
      {fields.map((field) => (
        <div key={field.name} className={styles.detail}>
          <span aria-hidden="true">{field.label}</span>
          <FieldInput
            field={field}
            value={details[field.name] ?? null}
            onChange={(value) => onChange(field.name, value)}
            aria-label={field.label}
          />
        </div>
      ))}
    </div>
  );
}
