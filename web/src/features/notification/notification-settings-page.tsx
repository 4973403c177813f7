import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Skeleton, type TableColumnsType } from "antd";
import { useTranslation } from "react-i18next";
import { DigestPanel } from "@/features/digest";
import { DataTable } from "@/shared/data-table";
import { useIsPhone } from "@/shared/media";
import { EmptyText, Page, Panel } from "@/shared/page";
import { RecordLink } from "@/shared/record-link";
import {
  mutesOptions,
  type Setting,
  settingsOptions,
  useChooseWays,
  useMute,
} from "./notification-queries";
import styles from "./notification-settings-page.module.css";

/** What this person is told, and by which ways. */
export function NotificationSettingsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("notification.settings.title")} subtitle={t("notification.settings.help")}>
      <div className={styles.panels}>
        <Panel title={t("notification.settings.ways")}>
          <Ways />
        </Panel>
        <DigestPanel />
        <Panel title={t("notification.settings.muted")}>
          <Muted />
        </Panel>
      </div>
    </Page>
  );
}

function Ways() {
  const { t, i18n } = useTranslation();
  const settings = useQuery(settingsOptions(i18n.language));
  const choose = useChooseWays();
  const isPhone = useIsPhone();
  /** As it will be once the server has answered. */
  const wished = choose.isPending ? choose.variables : [];
  const now = (setting: Setting) => wished.find(({ kind }) => kind === setting.kind) ?? setting;
  function way(name: "inApp" | "byMail", title: string) {
    return {
      key: name,
      title,
      width: isPhone ? 78 : 110,
      render: (_: unknown, setting: Setting) => (
        <Checkbox
          aria-label={`${setting.label}: ${title}`}
          checked={now(setting)[name]}
          disabled={choose.isPending}
          onChange={(event) => {
            const { kind, inApp, byMail } = setting;
            choose.mutate([{ kind, inApp, byMail, [name]: event.target.checked }]);
          }}
        />
      ),
    };
  }
  const columns: TableColumnsType<Setting> = [
    { key: "label", title: t("notification.settings.event"), dataIndex: "label" },
    way("inApp", t("notification.settings.inApp")),
    way("byMail", t("notification.settings.byMail")),
  ];
  return (
    <DataTable<Setting>
      rowKey="kind"
      loading={settings.isPending}
      columns={columns}
      dataSource={settings.data?.items ?? []}
    />
  );
}

function Muted() {
  const { t } = useTranslation();
  const muted = useQuery(mutesOptions);
  const mute = useMute();
  if (muted.isPending) {
    return <Skeleton active title={false} />;
  }
  if (!muted.data?.items.length) {
    return <EmptyText>{t("notification.settings.noneMuted")}</EmptyText>;
  }
  return (
    <ul className={styles.muted}>
      {muted.data.items.map((record) => (
        <li key={record.id}>
          <RecordLink object={record.object} id={record.id}>
            {record.title}
          </RecordLink>
          <Button size="small" onClick={() => mute.mutate({ record, muted: false })}>
            {t("notification.unmute", { title: record.title })}
          </Button>
        </li>
      ))}
    </ul>
  );
}
