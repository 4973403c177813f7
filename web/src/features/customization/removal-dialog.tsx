import { Alert, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "@/shared/announce";
import { isProblem } from "@/shared/problem";
import { useRemove } from "./customization-mutations";
import styles from "./design-form.module.css";
import { UsesList } from "./uses-list";

export type Removed = { what: "object" | "field"; path: string; label: string };

type Props = { removed: Removed; onRemoved: () => void | Promise<void>; onClose: () => void };

/** Deletes for good: shows what hangs on it, and asks for the name to be typed. */
export function RemovalDialog({ removed: { what, path, label }, onRemoved, onClose }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [refusal, setRefusal] = useState<string>();
  const remove = useRemove(path, onRemoved);
  const isConfirmed = typed.trim() === label.trim();

  function submit() {
    if (!isConfirmed) {
      return;
    }
    setRefusal(undefined);
    remove.mutate(undefined, {
      onError: (error) =>
        isProblem(error) ? setRefusal(error.detail ?? error.title) : announce(error),
    });
  }

  return (
    <Modal
      open
      title={t("customization.remove.title", { label })}
      okText={t("customization.remove.submit")}
      okButtonProps={{ danger: true, disabled: !isConfirmed }}
      cancelText={t("shared.cancel")}
      confirmLoading={remove.isPending}
      onOk={submit}
      onCancel={onClose}
    >
      <p>{t(`customization.remove.${what}`)}</p>
      <UsesList path={path} />
      {refusal !== undefined && (
        <Alert type="error" className={styles.alert ?? ""} title={refusal} />
      )}
      <Form layout="vertical" onFinish={submit}>
        <Form.Item label={t("customization.remove.type", { label })}>
          <Input
            autoFocus
            autoComplete="off"
            value={typed}
            aria-label={t("customization.remove.type", { label })}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
