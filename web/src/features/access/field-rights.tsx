import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useTranslation } from "react-i18next";
import { type ObjectMeta, useMeta } from "@/shared/meta";
import styles from "./rights-editor.module.css";
import type { FieldAccess, FieldRight } from "./rights-queries";

type Props = { fields: FieldRight[]; onChange: (fields: FieldRight[]) => void };

const ACCESS: FieldAccess[] = ["hidden", "readOnly"];

/** Fields that a role may not see or not change. */
export function FieldRights({ fields, onChange }: Props) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const first = objects[0];

  function replace(index: number, next: FieldRight) {
    onChange(fields.map((field, at) => (at === index ? next : field)));
  }

  return (
    <>
      {fields.map((right, index) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own while edited
          key={index}
          right={right}
          objects={objects}
          onChange={(next) => replace(index, next)}
          onRemove={() => onChange(fields.filter((_, at) => at !== index))}
        />
      ))}
      {first !== undefined && (
        <Button
          size="small"
          type="dashed"
          icon={<PlusOutlined />}
          onClick={() => {
            const field = first.fields[0]?.name ?? "";
            onChange([...fields, { object: first.name, field, access: "readOnly" }]);
          }}
        >
          {t("access.rights.addField")}
        </Button>
      )}
    </>
  );
}

type LineProps = {
  right: FieldRight;
  objects: ObjectMeta[];
  onChange: (right: FieldRight) => void;
  onRemove: () => void;
};

function Line({ right, objects, onChange, onRemove }: LineProps) {
  const { t } = useTranslation();
  const object = objects.find((candidate) => candidate.name === right.object);
  return (
    <div className={styles.field}>
      <Select
        size="small"
        aria-label={t("access.rights.object")}
        value={right.object}
        options={objects.map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel }))}
        onChange={(name) => {
          const next = objects.find((candidate) => candidate.name === name);
          onChange({ ...right, object: name, field: next?.fields[0]?.name ?? "" });
        }}
      />
      <Select
        size="small"
        aria-label={t("access.rights.field")}
        showSearch={{ optionFilterProp: "label" }}
        value={right.field}
        options={object?.fields.map(({ name, label }) => ({ value: name, label })) ?? []}
        onChange={(field) => onChange({ ...right, field })}
      />
      <Select<FieldAccess>
        size="small"
        aria-label={t("access.rights.access")}
        value={right.access}
        options={ACCESS.map((value) => ({ value, label: t(`access.fieldAccess.${value}`) }))}
        onChange={(access) => onChange({ ...right, access })}
      />
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t("access.rights.removeField")}
        onClick={onRemove}
      />
    </div>
  );
}
