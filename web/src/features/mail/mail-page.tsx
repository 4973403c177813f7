import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { App, Button, Input, Space, type TableColumnsType } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "@/shared/data-table";
import { formatMoment } from "@/shared/format";
import { EmptyText, HiddenTitle, Page, Panel } from "@/shared/page";
import { type Tone, ToneTag } from "@/shared/tone-tag";
import styles from "./mail-page.module.css";
import {
  type OutgoingMail,
  outboxOptions,
  serverOptions,
  useRetryMail,
  useTryServer,
} from "./mail-queries";
import { ServerForm } from "./server-form";

const TONES: Record<OutgoingMail["state"], Tone> = {
  waiting: "attention",
  sent: "brand",
  failed: "loss",
};

/** The server that takes mail, and what lies in the outbox. */
export function MailPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(serverOptions);
  return (
    <Page title={t("mail.title")} subtitle={t("mail.help")}>
      <div className={styles.panels}>
        <Panel title={t("mail.server")}>
          <ServerForm server={data.server ?? undefined} hasPassword={data.hasPassword} />
        </Panel>
        {data.server && (
          <Panel title={t("mail.trial.title")}>
            <Trial />
          </Panel>
        )}
        <Panel title={t("mail.outbox.title")}>
          <OutboxTable />
        </Panel>
      </div>
    </Page>
  );
}

function Trial() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [to, setTo] = useState("");
  const trial = useTryServer();
  const send = () => trial.mutate(to, { onSuccess: () => message.success(t("mail.trial.sent")) });
  return (
    <Space.Compact className={styles.trial ?? ""}>
      <Input
        type="email"
        value={to}
        aria-label={t("mail.trial.to")}
        placeholder={t("mail.trial.to")}
        onChange={(event) => setTo(event.target.value)}
        onPressEnter={send}
      />
      <Button loading={trial.isPending} disabled={to === ""} onClick={send}>
        {t("mail.trial.send")}
      </Button>
    </Space.Compact>
  );
}

function OutboxTable() {
  const { t } = useTranslation();
  const outbox = useQuery(outboxOptions);
  const retry = useRetryMail();
  const columns: TableColumnsType<OutgoingMail> = [
    { key: "to", title: t("mail.outbox.to"), dataIndex: "to", ellipsis: true },
    {
      key: "subject",
      title: t("mail.outbox.subject"),
      dataIndex: "subject",
      responsive: ["md"],
      ellipsis: true,
    },
    {
      key: "state",
      title: t("mail.outbox.state"),
      render: (_, mail) => (
        <>
          <ToneTag tone={TONES[mail.state]}>{t(`mail.outbox.states.${mail.state}`)}</ToneTag>
          {mail.error && (
            <div>
              <EmptyText>{mail.error}</EmptyText>
            </div>
          )}
        </>
      ),
    },
    {
      key: "at",
      title: t("mail.outbox.at"),
      width: 130,
      responsive: ["md"],
      render: (_, mail) => formatMoment(mail.sentAt ?? mail.createdAt),
    },
    {
      key: "actions",
      title: <HiddenTitle />,
      width: 100,
      align: "right",
      render: (_, mail) =>
        mail.state !== "sent" && (
          <Button size="small" onClick={() => retry.mutate(mail.id)}>
            {t("mail.outbox.retry")}
          </Button>
        ),
    },
  ];
  return (
    <DataTable<OutgoingMail>
      loading={outbox.isPending}
      columns={columns}
      dataSource={outbox.data?.items ?? []}
      locale={{ emptyText: <EmptyText>{t("mail.outbox.empty")}</EmptyText> }}
    />
  );
}
