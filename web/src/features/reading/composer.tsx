import { Button, Flex, Input, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCreateRecord, useKeptText } from "@/features/writing";
import { announce } from "@/shared/announce";
import { FieldInput } from "@/shared/field-input";
import { type FieldMeta, type ObjectMeta, pathOf, useObjectMeta } from "@/shared/meta";
import { isReference, type RecordData, titleOf } from "@/shared/records";
import styles from "./composer.module.css";

type Props = { object: ObjectMeta; record: RecordData };

/** Writes an activity about this record, if activities can point to it. */
export function Composer({ object, record }: Props) {
  const activity = useObjectMeta("activity");
  const link = activity?.fields.find(
    (field) => field.kind === "reference" && field.reference === object.name && !field.readOnly,
  );
  if (activity === undefined || link === undefined || !activity.rights.create) {
    return null;
  }
  const reference = { id: record.id, title: titleOf(record, object.titleField) };
  return <ActivityForm activity={activity} fixed={{ [link.name]: reference }} />;
}

type FormProps = { activity: ObjectMeta; fixed: Record<string, unknown> };

function ActivityForm({ activity, fixed }: FormProps) {
  const { t } = useTranslation();
  const create = useCreateRecord(pathOf(activity));
  const kindField = activity.fields.find((field) => field.kind === "choice" && !field.readOnly);
  const dueField = activity.fields.find((field) => isTime(field) && /^due/i.test(field.name));
  const textField = activity.fields.find((field) => field.kind === "longText");
  const kinds = kindField?.options ?? [];
  const [kind, setKind] = useState(kinds[0]?.value ?? "");
  const [text, setText] = useKeptText(Object.values(fixed).map(idOf).join());
  const [due, setDue] = useState<unknown>(null);
  const [isOpen, setOpen] = useState(text !== "");
  const isTask = kind === "task";

  function save() {
    const [first = "", ...rest] = text.trim().split("\n");
    const body = {
      ...fixed,
      ...(kindField === undefined ? {} : { [kindField.name]: kind }),
      [activity.titleField]: first.slice(0, 200),
      ...(textField !== undefined && (rest.length > 0 || first.length > 200)
        ? { [textField.name]: text.trim() }
        : {}),
      ...(isTask && dueField !== undefined ? { [dueField.name]: due } : {}),
    };
    create.mutate(body, { onSuccess: clear, onError: announce });
  }

  function clear() {
    setText("");
    setDue(null);
    setOpen(false);
  }

  return (
    <div className={styles.composer} data-open={isOpen}>
      <Input.TextArea
        variant="borderless"
        autoSize={{ minRows: isOpen ? 3 : 1, maxRows: 10 }}
        value={text}
        placeholder={t("reading.composer.hint")}
        aria-label={t("reading.composer.hint")}
        onFocus={() => setOpen(true)}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && text.trim() !== "") {
            save();
          }
        }}
      />
      {isOpen && (
        <Flex wrap gap={8} align="center" className={styles.foot ?? ""}>
          <Segmented size="small" value={kind} options={kinds} onChange={setKind} />
          {isTask && dueField !== undefined && (
            <div className={styles.due}>
              <FieldInput
                field={dueField}
                value={due}
                onChange={setDue}
                aria-label={dueField.label}
              />
            </div>
          )}
          <span className={styles.space} />
          <Button size="small" onClick={clear}>
            {t("shared.cancel")}
          </Button>
          <Button
            size="small"
            type="primary"
            disabled={text.trim() === ""}
            loading={create.isPending}
            onClick={save}
          >
            {t("shared.save")}
          </Button>
        </Flex>
      )}
    </div>
  );
}

function idOf(value: unknown): string {
  return isReference(value) ? value.id : "";
}

function isTime(field: FieldMeta): boolean {
  return field.kind === "date" || field.kind === "instant";
}
