import { Alert, Form, type FormInstance } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useHiddenParts, withoutHidden } from "@/features/layout";
import { FieldInput } from "@/shared/field-input";
import { type FieldMeta, type ObjectMeta, sectionsOf } from "@/shared/meta";
import type { RecordData } from "@/shared/records";
import styles from "./record-form.module.css";
import type { Values } from "./record-values";

type Props = {
  object: ObjectMeta;
  /** The stored record, unless it is new. */
  record?: RecordData | undefined;
  fields: FieldMeta[];
  form: FormInstance<Values>;
  initial: Values;
  notice?: ReactNode;
  otherErrors: string[];
  onSubmit: (values: Values) => void;
  onDirty: (values: Values) => void;
};

/** One form for every object type, for create and edit alike. */
export function RecordForm({ object, fields, form, initial, ...props }: Props) {
  const { record, notice, otherErrors, ...on } = props;
  const typed = Form.useWatch([], { form, preserve: true }) ?? initial;
  const hidden = useHiddenParts(object, record, typed);
  const sections = withoutHidden(sectionsOf(object, fields), hidden, ({ required }) => required);
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={initial}
      onFinish={on.onSubmit}
      onValuesChange={(_, values) => on.onDirty(values)}
      scrollToFirstError={{ focus: true }}
    >
      {notice && <div className={styles.alert}>{notice}</div>}
      {otherErrors.length > 0 && (
        <Alert
          type="error"
          className={styles.alert ?? ""}
          title={otherErrors.map((error) => <div key={error}>{error}</div>)}
        />
      )}
      {sections.map((section) => (
        <fieldset key={section.label} className={styles.section}>
          {sections.length > 1 && <legend>{section.label}</legend>}
          <div className={styles.grid} data-columns={section.columns ?? 2}>
            {section.fields.map((field, index) => (
              <FieldItem
                key={field.name}
                field={field}
                isFirst={fields[0] === field && index === 0}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
    </Form>
  );
}

function FieldItem({ field, isFirst }: { field: FieldMeta; isFirst: boolean }) {
  const { t } = useTranslation();
  const isWide = field.kind === "longText";
  return (
    <Form.Item
      name={field.name}
      label={field.label}
      className={isWide ? (styles.wide ?? "") : ""}
      {...(field.help ? { tooltip: field.help } : {})}
      rules={[
        { required: field.required, message: t("writing.required", { field: field.label }) },
        ...(field.kind === "email"
          ? [{ type: "email" as const, message: t("writing.emailWrong") }]
          : []),
      ]}
    >
      <FieldInput field={field} autoFocus={isFirst} />
    </Form.Item>
  );
}
