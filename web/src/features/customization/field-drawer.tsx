import { Alert, App, Button, Drawer, Flex, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { applyProblem } from "@/shared/form-problems";
import { useIsPhone } from "@/shared/media";
import { useChangeField, useCreateField } from "./customization-mutations";
import type { FieldDesign, ObjectDesign } from "./customization-queries";
import styles from "./design-form.module.css";
import { FieldForm } from "./field-form";
import { type Shape, shapeOf } from "./field-shape";
import { changeOf, draftOf, type FieldValues } from "./field-values";
import { KindGrid } from "./kind-grid";
import { KindIcon } from "./kind-icon";
import { useWords } from "./words";

type Props = { object: ObjectDesign; field?: FieldDesign | undefined; onClose: () => void };

/** Makes a field, kind first, or changes what can be changed of one. */
export function FieldDrawer({ object, field, onClose }: Props) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const { inMine } = useWords();
  const isPhone = useIsPhone();
  const [form] = Form.useForm<FieldValues>();
  const [kind, setKind] = useState<Shape | undefined>(field && shapeOf(field));
  const [others, setOthers] = useState<string[]>([]);
  const create = useCreateField(object.name);
  const change = useChangeField(object.name, field?.name ?? "");

  function submit(values: FieldValues) {
    const answers = {
      onSuccess: (saved: FieldDesign) => {
        message.success(t("customization.savedField", { label: inMine(saved.labels) }));
        onClose();
      },
      onError: (error: unknown) => setOthers(applyProblem(form, error)),
    };
    setOthers([]);
    if (kind === undefined) {
      return;
    }
    if (field === undefined) {
      create.mutate(draftOf(kind, values), answers);
    } else {
      change.mutate(changeOf(kind, values), answers);
    }
  }

  async function close() {
    const leaves =
      !form.isFieldsTouched() ||
      (await modal.confirm({
        title: t("customization.leave"),
        content: t("customization.leaveHelp"),
        okText: t("customization.discard"),
        cancelText: t("customization.stay"),
      }));
    if (leaves) {
      onClose();
    }
  }

  return (
    <Drawer
      open
      size={isPhone ? "100%" : 620}
      onClose={close}
      title={
        field === undefined
          ? t("customization.newFieldOf", { object: inMine(object.labels) })
          : t("customization.editFieldOf", { label: inMine(field.labels) })
      }
      footer={
        kind !== undefined && (
          <Flex gap={8} justify="end">
            <Button onClick={close}>{t("shared.cancel")}</Button>
            <Button
              type="primary"
              loading={create.isPending || change.isPending}
              onClick={form.submit}
            >
              {t("shared.save")}
            </Button>
          </Flex>
        )
      }
    >
      {others.length > 0 && (
        <Alert type="error" className={styles.alert ?? ""} title={others.join(" · ")} />
      )}
      {kind === undefined ? (
        <KindGrid onChoose={setKind} />
      ) : (
        <>
          <div className={styles.kind}>
            <KindIcon kind={kind} />
            <strong>{t(`customization.kind.${kind}`)}</strong>
            {field === undefined ? (
              <Button size="small" type="link" onClick={() => setKind(undefined)}>
                {t("customization.otherKind")}
              </Button>
            ) : (
              <small>{t("customization.kindStays", { name: field.name })}</small>
            )}
          </div>
          <FieldForm
            key={kind}
            object={object.name}
            kind={kind}
            field={field}
            form={form}
            onSubmit={submit}
          />
        </>
      )}
    </Drawer>
  );
}
