import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { applyProblem } from "@/shared/form-problems";
import { get, request } from "@/shared/http";
import { Panel } from "@/shared/page";
import type { PartProps } from "@/shared/record-parts";
import type { Reference } from "@/shared/records";
import { ReferencesPicker } from "@/shared/reference-picker";
import { can, useSession } from "./session";
import styles from "./token-panel.module.css";

type RoleList = { roles: Reference[] };

/** The roles of a user and a new password for one who forgot it. */
export function UserAccessPanel({ record }: PartProps) {
  const { t } = useTranslation();
  const session = useSession();
  const client = useQueryClient();
  const [isSetting, setSetting] = useState(false);
  const queryKey = ["users", record.id, "roles"];
  const mayAdminister = can(session, "admin.users");
  const roles = useQuery({
    queryKey,
    queryFn: () => get<RoleList>(`/api/users/${record.id}/roles`),
    enabled: mayAdminister,
  });
  const save = useMutation({
    mutationFn: (ids: string[]) =>
      request<RoleList>("PUT", `/api/users/${record.id}/roles`, { body: { roles: ids } }),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  });
  if (!mayAdminister) {
    return null;
  }
  return (
    <Panel title={t("access.user.roles")}>
      <div className={styles.help}>
        <ReferencesPicker
          object="role"
          aria-label={t("access.user.roles")}
          value={save.isPending ? save.variables : (roles.data?.roles.map(({ id }) => id) ?? [])}
          onChange={(ids) => save.mutate(ids)}
        />
      </div>
      <Button onClick={() => setSetting(true)}>{t("access.user.setPassword")}</Button>
      {isSetting && <PasswordDialog id={record.id} onClose={() => setSetting(false)} />}
    </Panel>
  );
}

const SHORTEST = 10;

function PasswordDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ newPassword: string }>();
  const save = useMutation({
    meta: { showsProblem: true },
    mutationFn: (body: { newPassword: string }) =>
      request<void>("PUT", `/api/users/${id}/password`, { body }),
    onSuccess: () => {
      message.success(t("access.password.changed"));
      onClose();
    },
    onError: (error) => {
      const errors = applyProblem(form, error, ["newPassword"]);
      if (errors.length > 0) {
        form.setFields([{ name: "newPassword", errors }]);
      }
    },
  });
  return (
    <Modal
      open
      title={t("access.user.setPassword")}
      okText={t("shared.save")}
      cancelText={t("shared.cancel")}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={save.mutate}>
        <Form.Item
          name="newPassword"
          label={t("access.password.new")}
          rules={[{ required: true, min: SHORTEST, message: t("access.password.short") }]}
        >
          <Input.Password autoFocus autoComplete="new-password" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
