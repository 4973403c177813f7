import { useInfiniteQuery } from "@tanstack/react-query";
import { Alert, Button, Checkbox, Empty, Skeleton, Tabs } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NotificationGroup } from "./notification-group";
import { grouped } from "./notification-groups";
import styles from "./notification-list.module.css";
import { notificationsOptions } from "./notification-queries";

const TOPICS = ["", "mention", "reminder", "approval", "change", "work"] as const;

export function NotificationList({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  const [topic, setTopic] = useState<string>("");
  const [onlyUnread, setOnlyUnread] = useState(false);
  return (
    <>
      <Tabs
        size="small"
        activeKey={topic}
        onChange={setTopic}
        items={TOPICS.map((key) => ({ key, label: t(`notification.topic.${key || "all"}`) }))}
      />
      <Checkbox
        className={styles.only ?? ""}
        checked={onlyUnread}
        onChange={(event) => setOnlyUnread(event.target.checked)}
      >
        {t("notification.onlyUnread")}
      </Checkbox>
      <Told topic={topic} unread={onlyUnread} onOpen={onOpen} />
    </>
  );
}

type ToldProps = { topic: string; unread: boolean; onOpen: () => void };

function Told({ topic, unread, onOpen }: ToldProps) {
  const { t, i18n } = useTranslation();
  const told = useInfiniteQuery(notificationsOptions(topic, unread, i18n.language));
  if (told.isPending) {
    return <Skeleton active title={false} paragraph={{ rows: 6 }} />;
  }
  if (told.isError) {
    return <Alert type="warning" title={told.error.message} />;
  }
  const groups = grouped(told.data.pages.flatMap((page) => page.items));
  return groups.length === 0 ? (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("notification.empty")} />
  ) : (
    <>
      <ul className={styles.groups} aria-label={t("notification.title")}>
        {groups.map((group) => (
          <NotificationGroup key={group.key} group={group} onOpen={onOpen} />
        ))}
      </ul>
      {told.hasNextPage && (
        <Button
          block
          type="text"
          loading={told.isFetchingNextPage}
          onClick={() => told.fetchNextPage()}
        >
          {t("notification.more")}
        </Button>
      )}
    </>
  );
}
