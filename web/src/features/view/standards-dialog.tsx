import { useQuery } from "@tanstack/react-query";
import { App, Checkbox, Flex, Modal, Skeleton, Typography } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSetStandards } from "./view-mutations";
import { type Audience, audiencesOptions, type View } from "./view-queries";

type Props = { view: View; onClose: () => void };

const EVERYBODY = "everybody";

/** For whom a view is the one with which the list opens. */
export function StandardsDialog({ view, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<string[]>();
  const { data: audiences } = useQuery(audiencesOptions(view.id));
  const save = useSetStandards(view);
  const now = chosen ?? audiences?.filter((audience) => audience.chosen).map(keyOf) ?? [];

  function submit() {
    save.mutate(
      { everybody: now.includes(EVERYBODY), roles: now.filter((key) => key !== EVERYBODY) },
      {
        onSuccess: () => {
          message.success(t("view.standardsSaved"));
          onClose();
        },
      },
    );
  }

  return (
    <Modal
      open
      title={t("view.standardsTitle", { name: view.name })}
      okText={t("shared.save")}
      cancelText={t("shared.cancel")}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: audiences === undefined }}
      onOk={submit}
      onCancel={onClose}
    >
      <Typography.Paragraph type="secondary">{t("view.standardsHelp")}</Typography.Paragraph>
      {audiences === undefined ? (
        <Skeleton active title={false} />
      ) : (
        <Checkbox.Group value={now} onChange={setChosen}>
          <Flex vertical gap={8}>
            {audiences.map((audience) => (
              <Checkbox key={keyOf(audience)} value={keyOf(audience)}>
                {audience.title ?? t("view.everybody")}
                {audience.other && (
                  <Typography.Text type="secondary">
                    {" "}
                    {t("view.instead", { name: audience.other })}
                  </Typography.Text>
                )}
              </Checkbox>
            ))}
          </Flex>
        </Checkbox.Group>
      )}
    </Modal>
  );
}

function keyOf({ role }: Audience): string {
  return role ?? EVERYBODY;
}
