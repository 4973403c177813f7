import { GroupOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import type { ObjectMeta } from "@/shared/meta";
import { groupBy, groupingOf } from "./group-values";
import styles from "./grouping.module.css";

type Props = {
  object: ObjectMeta;
  by: string | undefined;
  onChange: (by: string | undefined) => void;
};

const NOTHING = "nothing";

/** By what the list is grouped, if by anything. */
export function GroupChooser({ object, by, onChange }: Props) {
  const { t } = useTranslation();
  const grouping = groupingOf(object, by);
  const fields = object.fields.flatMap((field) => {
    const key = field.name === object.titleField ? undefined : groupBy(field);
    return key === undefined ? [] : [{ key, label: field.label }];
  });
  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{
        items: [{ key: NOTHING, label: t("grouping.ungrouped") }, { type: "divider" }, ...fields],
        selectedKeys: [by ?? NOTHING],
        className: styles.menu ?? "",
        onClick: ({ key }) => onChange(key === NOTHING ? undefined : key),
      }}
    >
      <Button icon={<GroupOutlined aria-hidden="true" />}>
        {grouping === undefined
          ? t("grouping.group")
          : t("grouping.groupedBy", { field: grouping.field.label })}
      </Button>
    </Dropdown>
  );
}
