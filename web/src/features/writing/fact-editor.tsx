import { Button, Flex, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldInput } from "@/shared/field-input";
import { applyProblem } from "@/shared/form-problems";
import { type FieldMeta, type ObjectMeta, pathOf } from "@/shared/meta";
import { isProblem } from "@/shared/problem";
import { fieldValue, type RecordData } from "@/shared/records";
import { ConflictDialog } from "./conflict-dialog";
import { useDraftPlace } from "./drafts";
import styles from "./fact-editor.module.css";
import { useUpdateRecord } from "./record-mutations";
import { isSame, type Values } from "./record-values";

type Props = { object: ObjectMeta; record: RecordData; field: FieldMeta; onClose: () => void };

/** Edits one field where it stands. */
export function FactEditor({ object, record, field, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const [conflict, setConflict] = useState<{ current: RecordData; mine: Values }>();
  const [base] = useState(record);
  const place = useDraftPlace(object, record);
  const update = useUpdateRecord(pathOf(object));

  function submit(values: Values) {
    const value = values[field.name] ?? null;
    if (isSame(fieldValue(base, field.name), value)) {
      onClose();
      return;
    }
    const mine = { [field.name]: value };
    update.mutate(
      { record: base, body: mine },
      {
        onSuccess: onClose,
        onError: (error) => {
          if (isProblem(error, 412) && error.current !== undefined) {
            setConflict({ current: { ...base, ...error.current }, mine });
          } else if (isProblem(error, 401)) {
            place.keep({ values: mine, version: base.version });
          } else {
            showErrors(error);
          }
        },
      },
    );
  }

  function showErrors(error: unknown) {
    const others = applyProblem(form, error, [field.name]);
    if (others.length > 0) {
      form.setFields([{ name: field.name, errors: others }]);
    }
  }

  return (
    <Form
      form={form}
      className={styles.editor ?? ""}
      initialValues={{ [field.name]: fieldValue(base, field.name) ?? null }}
      onFinish={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          onClose();
        }
      }}
    >
      <Form.Item
        name={field.name}
        className={styles.item ?? ""}
        rules={[
          { required: field.required, message: t("writing.required", { field: field.label }) },
        ]}
      >
        <FieldInput field={field} autoFocus aria-label={field.label} />
      </Form.Item>
      <Flex gap={6}>
        <Button type="primary" size="small" htmlType="submit" loading={update.isPending}>
          {t("shared.save")}
        </Button>
        <Button size="small" onClick={onClose}>
          {t("shared.cancel")}
        </Button>
      </Flex>
      {conflict !== undefined && (
        <ConflictDialog
          object={object}
          base={base}
          {...conflict}
          onClose={() => setConflict(undefined)}
          onSaved={onClose}
        />
      )}
    </Form>
  );
}
