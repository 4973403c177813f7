import { Button, Form, Input, Modal, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FilterNode } from "@/shared/filter";
import { ConditionBar } from "./condition-dialog";
import styles from "./layout-editor.module.css";
import type { LayoutSection, Words } from "./layout-queries";

type Props = {
  object: string;
  section: LayoutSection;
  isOnly: boolean;
  isNew: boolean;
  onKeep: (section: LayoutSection) => void;
  onRemove: () => void;
  onClose: () => void;
};

type Values = Words & { columns: number };

const LONGEST = 60;

/** What a section is called, how wide it is, and for which records it is there. */
export function SectionDialog({ object, section, isOnly, isNew, ...on }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const [when, setWhen] = useState<FilterNode | undefined>(section.when ?? undefined);
  const rules = [{ required: true, whitespace: true, message: t("layout.section.missing") }];

  function keep({ zhCN, en, columns }: Values) {
    const labels = { zhCN: zhCN.trim(), en: en.trim() };
    on.onKeep({ ...section, labels, columns, when: when ?? null });
    on.onClose();
  }

  return (
    <Modal
      open
      title={t(isNew ? "layout.section.new" : "layout.section.title")}
      onCancel={on.onClose}
      onOk={() => form.submit()}
      okText={t("layout.section.keep")}
      cancelText={t("shared.cancel")}
      footer={(buttons) => (
        <>
          {!isNew && !isOnly && (
            <Button
              danger
              onClick={() => {
                on.onRemove();
                on.onClose();
              }}
            >
              {t("layout.section.remove")}
            </Button>
          )}
          {buttons}
        </>
      )}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ zhCN: "", en: "", ...section.labels, columns: section.columns }}
        onFinish={keep}
      >
        <div className={styles.two}>
          <Form.Item name="zhCN" label={t("layout.section.zhCN")} rules={rules}>
            <Input maxLength={LONGEST} autoComplete="off" autoFocus />
          </Form.Item>
          <Form.Item name="en" label={t("layout.section.en")} rules={rules}>
            <Input maxLength={LONGEST} autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="columns" label={t("layout.section.columns")}>
          <Segmented options={[1, 2]} />
        </Form.Item>
      </Form>
      <h4>{t("layout.section.when")}</h4>
      <ConditionBar object={object} when={when} onChange={setWhen} />
    </Modal>
  );
}
