import { Alert, App, Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { applyProblem } from "@/shared/form-problems";
import { Page, Panel } from "@/shared/page";
import { useChangePassword, useSignOut } from "./access-mutations";
import styles from "./account-page.module.css";
import { PreferencesForm } from "./preferences-form";
import { useSession } from "./session";
import { TokenPanel } from "./token-panel";

export function AccountPage() {
  const { t } = useTranslation();
  const { user } = useSession();
  const { modal } = App.useApp();
  const signOut = useSignOut();
  const about = [user.displayName, user.userName, user.unit?.title].filter(Boolean).join(" · ");

  async function everywhere() {
    const agrees = await modal.confirm({
      title: t("access.everywhere.title"),
      content: t("access.everywhere.help"),
      okText: t("access.everywhere.submit"),
      cancelText: t("shared.cancel"),
    });
    if (agrees) {
      signOut.mutate(true);
    }
  }

  return (
    <Page title={t("access.account.title")} subtitle={about}>
      <div className={styles.grid}>
        <Panel title={t("access.preferences")}>
          <PreferencesForm />
        </Panel>
        <Panel title={t("access.password.title")}>
          <PasswordForm />
        </Panel>
        <TokenPanel />
        <Panel title={t("access.everywhere.heading")}>
          <p className={styles.help}>{t("access.everywhere.help")}</p>
          <Button onClick={everywhere} loading={signOut.isPending}>
            {t("access.everywhere.submit")}
          </Button>
        </Panel>
      </div>
    </Page>
  );
}

type PasswordValues = { currentPassword: string; newPassword: string; again: string };

const SHORTEST = 10;

function PasswordForm() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<PasswordValues>();
  const [errors, setErrors] = useState<string[]>([]);
  const change = useChangePassword();

  function submit({ currentPassword, newPassword }: PasswordValues) {
    change.mutate(
      { currentPassword, newPassword },
      {
        onSuccess: () => {
          form.resetFields();
          setErrors([]);
          message.success(t("access.password.changed"));
        },
        onError: (error) =>
          setErrors(applyProblem(form, error, ["currentPassword", "newPassword"])),
      },
    );
  }

  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      {errors.length > 0 && (
        <Alert type="error" className={styles.alert ?? ""} title={errors.join(" · ")} />
      )}
      <Form.Item
        name="currentPassword"
        label={t("access.password.current")}
        rules={[{ required: true, message: t("access.logIn.passwordMissing") }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label={t("access.password.new")}
        rules={[{ required: true, min: SHORTEST, message: t("access.password.short") }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t("access.password.again")}
        dependencies={["newPassword"]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue("newPassword")
                ? Promise.resolve()
                : Promise.reject(new Error(t("access.password.different"))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button htmlType="submit" loading={change.isPending}>
        {t("access.password.submit")}
      </Button>
    </Form>
  );
}
