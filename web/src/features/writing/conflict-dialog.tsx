import { Modal, Radio, Typography } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "@/shared/announce";
import { plainText } from "@/shared/field-value";
import { type FieldMeta, fieldOf, type ObjectMeta, pathOf } from "@/shared/meta";
import { isProblem } from "@/shared/problem";
import { fieldValue, type RecordData } from "@/shared/records";
import styles from "./conflict-dialog.module.css";
import { useRefresh, useUpdateRecord } from "./record-mutations";
import { isSame, type Values } from "./record-values";

type Props = {
  object: ObjectMeta;
  base: RecordData;
  current: RecordData;
  mine: Values;
  onClose: () => void;
  onSaved: (record: RecordData) => void;
};

type Side = "mine" | "theirs";

/** Somebody saved first: shows both values of every field in question and lets the person choose. */
export function ConflictDialog({ object, base, mine, onClose, onSaved, ...props }: Props) {
  const { t } = useTranslation();
  const [current, setCurrent] = useState(props.current);
  const [choice, setChoice] = useState<Record<string, Side>>({});
  const update = useUpdateRecord(pathOf(object));
  const refresh = useRefresh();
  const fields = Object.keys(mine).flatMap((name) => fieldOf(object, name) ?? []);
  const sideOf = (field: FieldMeta): Side => {
    const isUntouched = isSame(fieldValue(base, field.name), fieldValue(current, field.name));
    return choice[field.name] ?? (isUntouched ? "mine" : "theirs");
  };

  function save() {
    const kept = fields.filter((field) => sideOf(field) === "mine");
    if (kept.length === 0) {
      refresh(pathOf(object), current);
      onSaved(current);
      return;
    }
    const body = Object.fromEntries(kept.map((field) => [field.name, mine[field.name]]));
    update.mutate(
      { record: { id: base.id, version: current.version }, body },
      {
        onSuccess: onSaved,
        onError: (error) => {
          if (isProblem(error, 412) && error.current !== undefined) {
            setCurrent({ ...current, ...error.current });
          } else {
            announce(error);
          }
        },
      },
    );
  }

  return (
    <Modal
      open
      width={680}
      title={t("writing.conflict.title")}
      okText={t("writing.conflict.save")}
      cancelText={t("shared.cancel")}
      confirmLoading={update.isPending}
      onOk={save}
      onCancel={onClose}
    >
      <Typography.Paragraph type="secondary">{t("writing.conflict.help")}</Typography.Paragraph>
      <ul className={styles.list}>
        {fields.map((field) => (
          <li key={field.name}>
            <div className={styles.label}>{field.label}</div>
            <Radio.Group
              aria-label={field.label}
              value={sideOf(field)}
              onChange={(event) => setChoice({ ...choice, [field.name]: event.target.value })}
              options={[
                { value: "mine", label: side(t("writing.conflict.mine"), field, mine[field.name]) },
                {
                  value: "theirs",
                  label: side(t("writing.conflict.theirs"), field, fieldValue(current, field.name)),
                },
              ]}
            />
          </li>
        ))}
      </ul>
    </Modal>
  );
}

function side(name: string, field: FieldMeta, value: unknown) {
  return (
    <span className={styles.side}>
      <small>{name}</small>
      <span>{plainText(field, value) || "—"}</span>
    </span>
  );
}
