import { Alert, Button, Checkbox, Form, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldInput } from "@/shared/field-input";
import { applyProblem } from "@/shared/form-problems";
import { type FieldMeta, type ObjectMeta, sectionsOf } from "@/shared/meta";
import { type BulkOrder, type BulkPreview, usePreview, useStartRun } from "./bulk-queries";
import styles from "./edit-dialog.module.css";
import { PreviewWords } from "./preview-words";

type Props = {
  object: ObjectMeta;
  chosen: Omit<BulkOrder, "action">;
  size: string;
  ticked: string[];
  onClose: () => void;
  onStarted: () => void;
};

type Values = Record<string, unknown>;

/** Fields with a tick each; what would come of it is shown before anything is changed. */
export function EditDialog({ object, chosen, size, onClose, onStarted, ...props }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const [ticked, setTicked] = useState(props.ticked);
  const [shown, setShown] = useState<{ order: BulkOrder; preview: BulkPreview }>();
  const [errors, setErrors] = useState<string[]>([]);
  const preview = usePreview();
  const start = useStartRun();
  const fields = object.fields.filter((field) => !field.readOnly);

  function tick(name: string, isOn: boolean) {
    setTicked((known) => [...known.filter((other) => other !== name), ...(isOn ? [name] : [])]);
  }

  function look(values: Values) {
    const changes = Object.fromEntries(ticked.map((name) => [name, values[name] ?? null]));
    const order: BulkOrder = { ...chosen, action: "edit", changes };
    setErrors([]);
    preview.mutate(order, {
      onSuccess: (found) => setShown({ order, preview: found }),
      onError: (error) => setErrors(applyProblem(form, error)),
    });
  }

  return (
    <Modal
      open
      width={720}
      title={t("bulk.editTitle", { total: size, objects: object.pluralLabel })}
      onCancel={onClose}
      footer={
        shown === undefined ? (
          <>
            <Button onClick={onClose}>{t("shared.cancel")}</Button>
            <Button
              type="primary"
              disabled={ticked.length === 0}
              loading={preview.isPending}
              onClick={form.submit}
            >
              {t("bulk.preview")}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => setShown(undefined)}>{t("bulk.back")}</Button>
            <Button
              type="primary"
              disabled={shown.preview.changed === 0}
              loading={start.isPending}
              onClick={() => start.mutate(shown.order, { onSuccess: onStarted })}
            >
              {t("bulk.change", { count: shown.preview.changed })}
            </Button>
          </>
        )
      }
    >
      {shown !== undefined && <PreviewWords object={object} preview={shown.preview} />}
      <Form<Values>
        form={form}
        onFinish={look}
        className={shown === undefined ? (styles.form ?? "") : "visually-hidden"}
        aria-hidden={shown !== undefined}
      >
        {shown === undefined && <p className={styles.help}>{t("bulk.editHelp")}</p>}
        {errors.length > 0 && <Alert type="error" title={errors.join(" ")} />}
        {shown === undefined &&
          sectionsOf(object, fields).map((section) => (
            <fieldset key={section.name} className={styles.section}>
              <legend>{section.label}</legend>
              {section.fields.map((field) => (
                <FieldTick
                  key={field.name}
                  field={field}
                  isOn={ticked.includes(field.name)}
                  onTick={(isOn) => tick(field.name, isOn)}
                />
              ))}
            </fieldset>
          ))}
      </Form>
    </Modal>
  );
}

type TickProps = { field: FieldMeta; isOn: boolean; onTick: (isOn: boolean) => void };

function FieldTick({ field, isOn, onTick }: TickProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.row}>
      <Checkbox checked={isOn} onChange={(event) => onTick(event.target.checked)}>
        {field.label}
      </Checkbox>
      {isOn && (
        <Form.Item
          name={field.name}
          className={styles.item ?? ""}
          extra={field.required ? undefined : t("bulk.blankClears")}
          preserve
          {...(field.kind === "yesNo" ? { initialValue: false } : {})}
        >
          <FieldInput field={field} aria-label={field.label} />
        </Form.Item>
      )}
    </div>
  );
}
