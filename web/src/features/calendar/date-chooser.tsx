import { CalendarOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useIsPhone } from "@/shared/media";
import type { FieldMeta } from "@/shared/meta";

type Props = { field: FieldMeta; fields: FieldMeta[]; onChange: (by: string) => void };

/** By which date records stand in the calendar. */
export function DateChooser({ field, fields, onChange }: Props) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const words = t("calendar.by", { field: field.label });
  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{
        items: fields.map(({ name, label }) => ({ key: name, label })),
        selectedKeys: [field.name],
        onClick: ({ key }) => onChange(key),
      }}
    >
      <Button icon={<CalendarOutlined aria-hidden="true" />} aria-label={words}>
        {isPhone ? undefined : words}
      </Button>
    </Dropdown>
  );
}
