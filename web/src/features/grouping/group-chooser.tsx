import { GroupOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useIsPhone } from "@/shared/media";
import type { FieldMeta, ObjectMeta } from "@/shared/meta";
import { groupBy, groupingOf } from "./group-values";
import styles from "./grouping.module.css";

type Props = {
  object: ObjectMeta;
  by: string | undefined;
  /** The fields to choose from, one of which is always chosen; otherwise all that make sense. */
  only?: FieldMeta[];
  onChange: (by: string | undefined) => void;
};

const NOTHING = "nothing";

/** By what the list is grouped, if by anything. */
export function GroupChooser({ object, by, only, onChange }: Props) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const grouping = groupingOf(object, by);
  const fields = (only ?? object.fields).flatMap((field) => {
    const key = field.name === object.titleField ? undefined : groupBy(field);
    return key === undefined ? [] : [{ key, label: field.label }];
  });
  const words =
    grouping === undefined
      ? t("grouping.group")
      : t("grouping.groupedBy", { field: grouping.field.label });
  const none = [{ key: NOTHING, label: t("grouping.ungrouped") }, { type: "divider" as const }];
  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{
        items: only ? fields : [...none, ...fields],
        selectedKeys: [by ?? NOTHING],
        className: styles.menu ?? "",
        onClick: ({ key }) => onChange(key === NOTHING ? undefined : key),
      }}
    >
      <Button icon={<GroupOutlined aria-hidden="true" />} aria-label={words}>
        {isPhone ? undefined : words}
      </Button>
    </Dropdown>
  );
}
