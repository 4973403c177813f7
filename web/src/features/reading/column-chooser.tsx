import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FieldMeta, fieldOf, type ObjectMeta } from "@/shared/meta";
import styles from "./column-chooser.module.css";

type Props = { object: ObjectMeta; columns: string[]; onChange: (columns: string[]) => void };

export function ColumnChooser({ object, columns, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={<Chooser object={object} columns={columns} onChange={onChange} />}
    >
      <Button icon={<SettingOutlined aria-hidden="true" />}>
        {t("reading.columns", { count: columns.length })}
      </Button>
    </Popover>
  );
}

function Chooser({ object, columns, onChange }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const shown = columns.flatMap((name) => fieldOf(object, name) ?? []);
  const hidden = object.fields.filter((field) => !columns.includes(field.name));
  const matches = (field: FieldMeta) => field.label.toLowerCase().includes(text.toLowerCase());

  function move(index: number, by: number) {
    const next = [...columns];
    const [name] = next.splice(index, 1);
    if (name !== undefined) {
      next.splice(index + by, 0, name);
      onChange(next);
    }
  }

  return (
    <section
      className={styles.chooser}
      aria-label={t("reading.columns", { count: columns.length })}
    >
      <Input
        allowClear
        value={text}
        placeholder={t("reading.findColumn")}
        aria-label={t("reading.findColumn")}
        onChange={(event) => setText(event.target.value)}
      />
      <ul>
        {shown.filter(matches).map((field) => {
          const index = columns.indexOf(field.name);
          return (
            <li key={field.name}>
              <Checkbox
                checked
                disabled={field.name === object.titleField}
                onChange={() => onChange(columns.filter((name) => name !== field.name))}
              >
                {field.label}
              </Checkbox>
              {index > 0 && (
                <span>
                  <Mover
                    label={t("reading.moveUp", { field: field.label })}
                    disabled={index === 1}
                    icon={<ArrowUpOutlined />}
                    onClick={() => move(index, -1)}
                  />
                  <Mover
                    label={t("reading.moveDown", { field: field.label })}
                    disabled={index === columns.length - 1}
                    icon={<ArrowDownOutlined />}
                    onClick={() => move(index, 1)}
                  />
                </span>
              )}
            </li>
          );
        })}
        {hidden.filter(matches).map((field) => (
          <li key={field.name}>
            <Checkbox checked={false} onChange={() => onChange([...columns, field.name])}>
              {field.label}
            </Checkbox>
          </li>
        ))}
      </ul>
      <Button type="text" size="small" onClick={() => onChange([])}>
        {t("reading.standardColumns")}
      </Button>
    </section>
  );
}

type MoverProps = { label: string; disabled: boolean; icon: React.ReactNode; onClick: () => void };

function Mover({ label, disabled, icon, onClick }: MoverProps) {
  return (
    <Button
      type="text"
      size="small"
      aria-label={label}
      disabled={disabled}
      icon={icon}
      onClick={onClick}
    />
  );
}
