import { Alert, Button, Form, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { applyProblem } from "@/shared/form-problems";
import { useRename } from "./customization-mutations";
import type { Words } from "./customization-queries";
import styles from "./design-form.module.css";
import { trimmed, useWords } from "./words";
import { WordsItems } from "./words-items";

/** Something that came with the program. */
export type Named = {
  path: string;
  labels: Words;
  /** Of a kind of record only. */
  pluralLabels?: Words;
  original: Words | null;
};

type Values = { labels: Words; pluralLabels?: Words };
type Props = { named: Named; onClose: () => void };

/** Lets a company call something by its own name in both languages, and take that back. */
export function RenameDialog({ named, onClose }: Props) {
  const { t } = useTranslation();
  const { inMine, inOther } = useWords();
  const [form] = Form.useForm<Values>();
  const [others, setOthers] = useState<string[]>([]);
  const rename = useRename(named.path);
  const isObject = named.pluralLabels !== undefined;

  function send(values: Values | undefined) {
    setOthers([]);
    rename.mutate(values, {
      onSuccess: onClose,
      onError: (error) => setOthers(applyProblem(form, error)),
    });
  }

  return (
    <Modal
      open
      title={t("customization.rename.title", { label: inMine(named.labels) })}
      onCancel={onClose}
      onOk={form.submit}
      okText={t("shared.save")}
      cancelText={t("shared.cancel")}
      confirmLoading={rename.isPending}
      footer={(buttons) => (
        <>
          {named.original !== null && (
            <Button disabled={rename.isPending} onClick={() => send(undefined)}>
              {t("customization.rename.back")}
            </Button>
          )}
          {buttons}
        </>
      )}
    >
      <p className={styles.original}>
        {named.original === null
          ? t("customization.rename.help")
          : t("customization.rename.original", {
              mine: inMine(named.original),
              other: inOther(named.original),
            })}
      </p>
      {others.length > 0 && (
        <Alert type="error" className={styles.alert ?? ""} title={others.join(" · ")} />
      )}
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={named}
        onFinish={({ labels, pluralLabels }) =>
          send({
            labels: trimmed(labels),
            ...(pluralLabels === undefined ? {} : { pluralLabels: trimmed(pluralLabels) }),
          })
        }
      >
        <WordsItems
          name="labels"
          label={t(isObject ? "customization.name" : "customization.label")}
          required
          autoFocus
        />
        {isObject && <WordsItems name="pluralLabels" label={t("customization.plural")} required />}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </Form>
    </Modal>
  );
}
