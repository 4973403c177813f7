import { Alert, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "@/shared/announce";
import { isProblem } from "@/shared/problem";
import styles from "./design-form.module.css";
import type { Removed } from "./removal-dialog";
import { UsesList } from "./uses-list";

export type Answers = { onSuccess: () => void; onError: (error: unknown) => void };

type Props = {
  retired: Removed;
  isPending: boolean;
  onRetire: (answers: Answers) => void;
  onClose: () => void;
};

/** Takes out of use what keeps its values and can come back. */
export function RetirementDialog({ retired: { what, path, label }, ...props }: Props) {
  const { t } = useTranslation();
  const [refusal, setRefusal] = useState<string>();

  function submit() {
    setRefusal(undefined);
    props.onRetire({
      onSuccess: props.onClose,
      onError: (error) =>
        isProblem(error) ? setRefusal(error.detail ?? error.title) : announce(error),
    });
  }

  return (
    <Modal
      open
      title={t("customization.retire.title", { label })}
      okText={t("customization.retire.submit")}
      cancelText={t("shared.cancel")}
      confirmLoading={props.isPending}
      onOk={submit}
      onCancel={props.onClose}
    >
      <p>{t(`customization.retire.${what}`)}</p>
      <UsesList path={path} />
      {refusal !== undefined && (
        <Alert type="error" className={styles.alert ?? ""} title={refusal} />
      )}
    </Modal>
  );
}
