import { Alert, App, Button, Form, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { applyProblem } from "@/shared/form-problems";
import styles from "./mail-page.module.css";
import { type MailServer, useKeepServer } from "./mail-queries";

type Props = { server: MailServer | undefined; hasPassword: boolean };
type Values = MailServer & { password?: string };

const USUAL: MailServer = {
  host: "",
  port: 587,
  security: "startTls",
  userName: "",
  sender: "",
  address: window.location.origin,
};
const FIELDS = ["host", "port", "security", "userName", "sender", "address", "password"];

export function ServerForm({ server, hasPassword }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [errors, setErrors] = useState<string[]>([]);
  const keep = useKeepServer();
  const required = [{ required: true, message: t("mail.required") }];

  function submit({ password, ...values }: Values) {
    const body = {
      server: { ...values, userName: values.userName || null, address: values.address ?? "" },
      password: password || null,
    };
    keep.mutate(body, {
      onSuccess: () => {
        setErrors([]);
        form.setFieldValue("password", "");
        message.success(t("mail.saved"));
      },
      onError: (error) => setErrors(applyProblem(form, error, FIELDS)),
    });
  }

  return (
    <Form form={form} layout="vertical" initialValues={server ?? USUAL} onFinish={submit}>
      {errors.length > 0 && (
        <Alert type="error" className={styles.alert ?? ""} title={errors.join(" · ")} />
      )}
      <div className={styles.grid}>
        <Form.Item name="host" label={t("mail.host")} rules={required}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="port" label={t("mail.port")} rules={required}>
          <InputNumber min={1} max={65_535} />
        </Form.Item>
        <Form.Item name="security" label={t("mail.security")}>
          <Select
            options={(["startTls", "tls", "none"] as const).map((value) => ({
              value,
              label: t(`mail.securities.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="userName" label={t("mail.userName")}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="password" label={t("mail.password")}>
          <Input.Password
            autoComplete="new-password"
            placeholder={hasPassword ? t("mail.passwordKept") : ""}
          />
        </Form.Item>
        <Form.Item
          name="sender"
          label={t("mail.sender")}
          rules={[...required, { type: "email", message: t("mail.senderWrong") }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="address" label={t("mail.address")} tooltip={t("mail.addressHelp")}>
          <Input autoComplete="off" />
        </Form.Item>
      </div>
      <Button type="primary" htmlType="submit" loading={keep.isPending}>
        {t("mail.save")}
      </Button>
    </Form>
  );
}
