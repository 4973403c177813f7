import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FilterBar } from "@/features/reading";
import type { FilterNode } from "@/shared/filter";
import { useObjectMeta } from "@/shared/meta";

type BarProps = {
  object: string;
  when: FilterNode | undefined;
  onChange: (when: FilterNode | undefined) => void;
};

const QUICK = { names: [], toggle: () => undefined };

/** For which records something is there, as a filter over them. */
export function ConditionBar({ object, when, onChange }: BarProps) {
  const meta = useObjectMeta(object);
  return meta === undefined ? null : (
    <FilterBar object={meta} filter={when} quick={QUICK} onChange={onChange} />
  );
}

type Props = {
  object: string;
  label: string;
  when: FilterNode | undefined;
  onKeep: (when: FilterNode | undefined) => void;
  onClose: () => void;
};

/** Which records have a single field. */
export function ConditionDialog({ object, label, onKeep, onClose, ...props }: Props) {
  const { t } = useTranslation();
  const [when, setWhen] = useState(props.when);
  return (
    <Modal
      open
      title={t("layout.field.when", { field: label })}
      onCancel={onClose}
      onOk={() => {
        onKeep(when);
        onClose();
      }}
      okText={t("layout.section.keep")}
      cancelText={t("shared.cancel")}
    >
      <p>{t("layout.section.when")}</p>
      <ConditionBar object={object} when={when} onChange={setWhen} />
    </Modal>
  );
}
