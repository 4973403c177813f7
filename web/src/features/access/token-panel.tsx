import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import {
  Alert,
  Button,
  DatePicker,
  Form,
  Input,
  Modal,
  Popconfirm,
  Select,
  Typography,
} from "antd";
import type dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "@/shared/format";
import { useMeta } from "@/shared/meta";
import { Panel } from "@/shared/page";
import styles from "./token-panel.module.css";
import { type Token, tokensOptions, useCreateToken, useRevokeToken } from "./token-queries";

/** The tokens of this person's programs. */
export function TokenPanel() {
  const { t } = useTranslation();
  const tokens = useQuery(tokensOptions());
  const [isCreating, setCreating] = useState(false);
  return (
    <Panel
      title={t("access.tokens.title")}
      extra={
        <Button size="small" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
          {t("access.tokens.new")}
        </Button>
      }
    >
      <p className={styles.help}>{t("access.tokens.help")}</p>
      <ul>
        {tokens.data?.items.map((token) => (
          <TokenLine key={token.id} token={token} />
        ))}
      </ul>
      {isCreating && <TokenDialog onClose={() => setCreating(false)} />}
    </Panel>
  );
}

function TokenLine({ token }: { token: Token }) {
  const { t } = useTranslation();
  const revoke = useRevokeToken();
  return (
    <li className={styles.token}>
      <div>
        <strong>{token.name}</strong>
        <p>{token.scopes.join(" · ")}</p>
        <p>
          {token.expiresAt
            ? t("access.tokens.until", { date: formatDate(token.expiresAt) })
            : t("access.tokens.forever")}
        </p>
      </div>
      <Popconfirm
        title={t("access.tokens.revokeTitle")}
        okText={t("access.tokens.revoke")}
        cancelText={t("shared.cancel")}
        onConfirm={() => revoke.mutate(token.id)}
      >
        <Button size="small" danger type="text">
          {t("access.tokens.revoke")}
        </Button>
      </Popconfirm>
    </li>
  );
}

type Values = { name: string; scopes: string[]; expiresAt?: dayjs.Dayjs | null };

function TokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const [form] = Form.useForm<Values>();
  const [secret, setSecret] = useState<string>();
  const create = useCreateToken();
  const scopes = [
    ...objects.flatMap(({ name }) => [`${name}:read`, `${name}:write`]),
    "value:run",
    "import",
    "*",
  ];

  function submit({ name, scopes: chosen, expiresAt }: Values) {
    create.mutate(
      { name, scopes: chosen, expiresAt: expiresAt?.endOf("day").toISOString() ?? null },
      { onSuccess: (created) => setSecret(created.secret) },
    );
  }

  if (secret !== undefined) {
    return (
      <Modal
        open
        title={t("access.tokens.made")}
        onCancel={onClose}
        footer={
          <Button type="primary" onClick={onClose}>
            {t("shared.close")}
          </Button>
        }
      >
        <Alert type="warning" title={t("access.tokens.once")} className={styles.help ?? ""} />
        <Typography.Paragraph code copyable className={styles.secret ?? ""}>
          {secret}
        </Typography.Paragraph>
      </Modal>
    );
  }
  return (
    <Modal
      open
      title={t("access.tokens.new")}
      okText={t("access.tokens.create")}
      cancelText={t("shared.cancel")}
      confirmLoading={create.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={submit}>
        <Form.Item
          name="name"
          label={t("access.tokens.name")}
          rules={[{ required: true, message: t("access.tokens.nameMissing") }]}
        >
          <Input autoFocus />
        </Form.Item>
        <Form.Item
          name="scopes"
          label={t("access.tokens.scopes")}
          rules={[{ required: true, message: t("access.tokens.scopesMissing") }]}
        >
          <Select mode="multiple" options={scopes.map((value) => ({ value }))} />
        </Form.Item>
        <Form.Item name="expiresAt" label={t("access.tokens.expires")}>
          <DatePicker />
        </Form.Item>
      </Form>
    </Modal>
  );
}
