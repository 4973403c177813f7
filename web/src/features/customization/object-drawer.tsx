import { Alert, Button, Drawer, Flex, Form, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { applyProblem } from "@/shared/form-problems";
import { useIsPhone } from "@/shared/media";
import { type ObjectBody, useChangeObject, useCreateObject } from "./customization-mutations";
import type { ObjectDesign } from "./customization-queries";
import styles from "./design-form.module.css";
import { IconPicker } from "./icon-picker";
import { pluralOf, trimmed, useWords } from "./words";
import { WordsItems } from "./words-items";

type Props = {
  object?: ObjectDesign | undefined;
  onSaved?: (object: ObjectDesign) => void;
  onClose: () => void;
};

/** Makes a kind of record, or names it anew. */
export function ObjectDrawer({ object, onSaved, onClose }: Props) {
  const { t } = useTranslation();
  const { inMine } = useWords();
  const isPhone = useIsPhone();
  const [form] = Form.useForm<ObjectBody>();
  const [others, setOthers] = useState<string[]>([]);
  const create = useCreateObject();
  const change = useChangeObject(object?.name ?? "");
  const isNew = object === undefined;

  function submit({ owned, ...values }: ObjectBody) {
    const body = {
      ...values,
      labels: trimmed(values.labels),
      pluralLabels: trimmed(values.pluralLabels),
    };
    const answers = {
      onSuccess: (saved: ObjectDesign) => {
        onClose();
        onSaved?.(saved);
      },
      onError: (error: unknown) => setOthers(applyProblem(form, error)),
    };
    setOthers([]);
    if (isNew) {
      create.mutate({ ...body, owned }, answers);
    } else {
      change.mutate(body, answers);
    }
  }

  /** The plural follows the name until somebody writes one. */
  function propose({ labels }: Partial<ObjectBody>) {
    if (isNew && labels?.zhCN !== undefined && !form.isFieldTouched(["pluralLabels", "zhCN"])) {
      form.setFieldValue(["pluralLabels", "zhCN"], labels.zhCN);
    }
    if (isNew && labels?.en !== undefined && !form.isFieldTouched(["pluralLabels", "en"])) {
      form.setFieldValue(["pluralLabels", "en"], pluralOf(labels.en));
    }
  }

  return (
    <Drawer
      open
      size={isPhone ? "100%" : 560}
      onClose={onClose}
      title={
        isNew
          ? t("customization.newObject")
          : t("customization.editFieldOf", { label: inMine(object.labels) })
      }
      footer={
        <Flex gap={8} justify="end">
          <Button onClick={onClose}>{t("shared.cancel")}</Button>
          <Button
            type="primary"
            loading={create.isPending || change.isPending}
            onClick={form.submit}
          >
            {t("shared.save")}
          </Button>
        </Flex>
      }
    >
      {others.length > 0 && (
        <Alert type="error" className={styles.alert ?? ""} title={others.join(" · ")} />
      )}
      <Form<ObjectBody>
        form={form}
        layout="vertical"
        initialValues={object ?? { icon: "file", owned: true }}
        onFinish={submit}
        onValuesChange={propose}
        scrollToFirstError={{ focus: true }}
      >
        <WordsItems name="labels" label={t("customization.name")} required autoFocus />
        <WordsItems name="pluralLabels" label={t("customization.plural")} required />
        <Form.Item name="icon" label={t("customization.icon")}>
          <IconPicker />
        </Form.Item>
        {isNew && (
          <Form.Item
            name="owned"
            label={t("customization.owned")}
            extra={t("customization.ownedHelp")}
            valuePropName="checked"
          >
            <Switch />
          </Form.Item>
        )}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </Form>
    </Drawer>
  );
}
