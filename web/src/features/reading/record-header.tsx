import {
  DeleteOutlined,
  EditOutlined,
  LinkOutlined,
  MergeCellsOutlined,
  MoreOutlined,
} from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { FollowStar } from "@/features/follow";
import { isMergeable, RecordMerge } from "@/features/merge";
import { RecordDrawer, useDeleteRecord, useDrawer } from "@/features/writing";
import { Avatar } from "@/shared/avatar";
import { choiceMark } from "@/shared/choice-tone";
import { formatList, formatNumber } from "@/shared/format";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import { paths } from "@/shared/paths";
import { fieldValue, type RecordData, titleOf } from "@/shared/records";
import { ToneTag } from "@/shared/tone-tag";
import styles from "./record-header.module.css";
import { relatedOptions } from "./record-queries";

type Props = { object: ObjectMeta; record: RecordData };

export function RecordHeader({ object, record }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { modal, message } = App.useApp();
  const [isMerging, setMerging] = useState(false);
  const [isEditing, setEditing] = useDrawer(object, record);
  const remove = useDeleteRecord(pathOf(object), () => navigate(paths.list(pathOf(object))));
  const title = titleOf(record, object.titleField);

  /** What goes along, such as "Contacts 3, Orders 12". */
  async function followers() {
    const links = object.related.filter((link) => link.follows);
    if (links.length === 0) {
      return "";
    }
    const { items } = await client.fetchQuery(relatedOptions(pathOf(object), record.id));
    const named = links.flatMap((link) => {
      const found = items.find((item) => item.object === link.object && item.field === link.field);
      const more = found?.countIsExact ? "" : "+";
      return found && found.count > 0 ? [`${link.label} ${formatNumber(found.count)}${more}`] : [];
    });
    return formatList(named, "and");
  }

  async function confirmDelete() {
    const along = await followers().catch(() => "");
    const agrees = await modal.confirm({
      title: t("reading.delete.title", { name: title }),
      content: along ? t("reading.delete.along", { along }) : t("reading.delete.help"),
      okText: t("reading.delete.submit"),
      okButtonProps: { danger: true },
      cancelText: t("shared.cancel"),
    });
    if (agrees) {
      remove.mutate(record);
    }
  }

  async function copyLink() {
    await navigator.clipboard.writeText(window.location.href);
    message.success(t("reading.linkCopied"));
  }

  const actions: Record<string, () => void> = {
    link: copyLink,
    merge: () => setMerging(true),
    delete: confirmDelete,
  };

  return (
    <header className={styles.header}>
      <Avatar name={title} size="large" />
      <div className={styles.names}>
        <div className={styles.name}>
          <h1>{title}</h1>
          <FollowStar object={object.name} id={record.id} title={title} />
        </div>
        <Badges object={object} record={record} />
      </div>
      <div className={styles.actions}>
        {object.rights.update && (
          <Button icon={<EditOutlined aria-hidden="true" />} onClick={() => setEditing(true)}>
            {t("reading.edit")}
          </Button>
        )}
        <Dropdown
          trigger={["click"]}
          menu={{
            items: [
              { key: "link", icon: <LinkOutlined />, label: t("reading.copyLink") },
              ...(isMergeable(object)
                ? [{ key: "merge", icon: <MergeCellsOutlined />, label: t("merge.action") }]
                : []),
              ...(object.rights.delete
                ? [
                    {
                      key: "delete",
                      icon: <DeleteOutlined />,
                      danger: true,
                      label: t("reading.delete.action"),
                    },
                  ]
                : []),
            ],
            onClick: ({ key }) => actions[key]?.(),
          }}
        >
          <Button icon={<MoreOutlined />} aria-label={t("reading.more")} />
        </Dropdown>
      </div>
      {isMerging && (
        <RecordMerge object={object} record={record} onClose={() => setMerging(false)} />
      )}
      {isEditing && (
        <RecordDrawer object={object} record={record} onClose={() => setEditing(false)} />
      )}
    </header>
  );
}

const MOST_BADGES = 5;

/** Choices with a colour are marks that belong beside the name. */
function Badges({ object, record }: Props) {
  const badges = object.fields.flatMap((field) => {
    const mark = choiceMark(field, fieldValue(record, field.name), "header");
    return mark === undefined
      ? []
      : [{ key: field.name, tone: mark.tone, text: mark.choice.label }];
  });
  return (
    <div className={styles.badges}>
      {badges.slice(0, MOST_BADGES).map((badge) => (
        <ToneTag key={badge.key} tone={badge.tone}>
          {badge.text}
        </ToneTag>
      ))}
    </div>
  );
}
