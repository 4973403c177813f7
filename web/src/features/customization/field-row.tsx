import { EditOutlined, MoreOutlined } from "@ant-design/icons";
import { Button, Dropdown, type MenuProps } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useObjectMeta } from "@/shared/meta";
import { ToneTag } from "@/shared/tone-tag";
import type { FieldDesign } from "./customization-queries";
import styles from "./design-rows.module.css";
import { shapeOf } from "./field-shape";
import { KindIcon } from "./kind-icon";
import { useWords } from "./words";

type Props = { field: FieldDesign; handle?: ReactNode; actions?: ReactNode };

/** A field in words: what it is called, of which kind it is, and what is asked of it. */
export function FieldRow({ field, handle, actions }: Props) {
  const { t } = useTranslation();
  const { inMine, inOther } = useWords();
  const target = useObjectMeta(field.reference ?? "");
  const shape = shapeOf(field);
  return (
    <>
      {handle}
      <span className={styles.icon}>
        <KindIcon kind={shape} />
      </span>
      <span className={styles.names}>
        <strong>{inMine(field.labels)}</strong>
        <small>{inOther(field.labels)}</small>
        {field.original !== null && (
          <small>{t("customization.rename.was", { label: inMine(field.original) })}</small>
        )}
      </span>
      <span className={styles.kind}>
        {shape !== field.kind && `${t(`customization.kind.${shape}`)} · `}
        {t(`customization.kind.${field.kind}`)}
        {target !== undefined && ` · ${target.label}`}
        {field.choices !== null &&
          ` · ${t("customization.choiceCount", { count: field.choices.length })}`}
      </span>
      <span className={styles.marks}>
        {field.retired && <ToneTag tone="attention">{t("customization.retired")}</ToneTag>}
        {field.required && <ToneTag tone="neutral">{t("customization.trait.required")}</ToneTag>}
        {field.unique && <ToneTag tone="neutral">{t("customization.trait.unique")}</ToneTag>}
        {field.custom && field.searchable && (
          <ToneTag tone="neutral">{t("customization.trait.searchable")}</ToneTag>
        )}
        {field.readOnly && shape === field.kind && (
          <ToneTag tone="neutral">{t("customization.readOnly")}</ToneTag>
        )}
      </span>
      <code className={styles.code}>{field.name}</code>
      <span className={styles.actions}>{actions}</span>
    </>
  );
}

type ActionsProps = {
  label: string;
  retired: boolean;
  before?: NonNullable<MenuProps["items"]>;
  onChoose: (key: string) => void;
};

/** Edit at hand, the rest in a menu; what is in use cannot be deleted. */
export function RowActions({ label, retired, before = [], onChoose }: ActionsProps) {
  const { t } = useTranslation();
  const items: MenuProps["items"] = [
    ...before,
    {
      key: "retire",
      label: t(retired ? "customization.bringBack" : "customization.retire.action"),
    },
    {
      key: "delete",
      danger: true,
      disabled: !retired,
      label: t(retired ? "customization.remove.action" : "customization.remove.retireFirst"),
    },
  ];
  return (
    <>
      <Button
        type="text"
        icon={<EditOutlined aria-hidden="true" />}
        aria-label={t("customization.editFieldOf", { label })}
        onClick={() => onChoose("edit")}
      />
      <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => onChoose(key) }}>
        <Button
          type="text"
          icon={<MoreOutlined aria-hidden="true" />}
          aria-label={t("customization.moreOf", { label })}
        />
      </Dropdown>
    </>
  );
}
