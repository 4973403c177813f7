import { BellOutlined, CheckOutlined, StopOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatInstant, formatMoment } from "@/shared/format";
import { pathOf, useMeta } from "@/shared/meta";
import { ObjectIcon } from "@/shared/object-icon";
import { paths } from "@/shared/paths";
import styles from "./notification-group.module.css";
import type { Group } from "./notification-groups";
import { type Notification, type Subject, useMarkRead, useMute } from "./notification-queries";

type Props = { group: Group; onOpen: () => void };

const SHOWN = 3;

export function NotificationGroup({ group, onOpen }: Props) {
  const { t } = useTranslation();
  const [isFolded, setFolded] = useState(true);
  const shown = isFolded ? group.items.slice(0, SHOWN) : group.items;
  const left = group.items.length - shown.length;
  return (
    <li className={styles.group}>
      {group.record !== undefined && <Head group={group} record={group.record} onOpen={onOpen} />}
      <ul>
        {shown.map((item) => (
          <Entry key={item.id} item={item} onOpen={onOpen} />
        ))}
      </ul>
      {left > 0 && (
        <Button type="link" size="small" onClick={() => setFolded(false)}>
          {t("notification.moreOf", { count: left })}
        </Button>
      )}
    </li>
  );
}

function Head({ group, record, onOpen }: Props & { record: Subject }) {
  const { t } = useTranslation();
  const object = useMeta().objects.find(({ name }) => name === record.object);
  const markRead = useMarkRead();
  const mute = useMute();
  const unread = group.items.filter(({ read }) => !read).map(({ id }) => id);
  const isMuted = group.items.some(({ muted }) => muted);
  const word = t(isMuted ? "notification.unmute" : "notification.mute", { title: record.title });
  const readWord = t("notification.markRecord", { title: record.title });
  return (
    <div className={styles.head}>
      <ObjectIcon name={object?.icon ?? "file"} />
      {object === undefined ? (
        <strong>{record.title}</strong>
      ) : (
        <Link
          className={styles.title}
          to={paths.record(pathOf(object), record.id)}
          onClick={() => {
            markRead.mutate(unread);
            onOpen();
          }}
        >
          {record.title}
        </Link>
      )}
      <span className={styles.actions}>
        {unread.length > 0 && (
          <Tooltip title={readWord}>
            <Button
              type="text"
              size="small"
              aria-label={readWord}
              icon={<CheckOutlined />}
              onClick={() => markRead.mutate(unread)}
            />
          </Tooltip>
        )}
        <Tooltip title={word}>
          <Button
            type="text"
            size="small"
            aria-label={word}
            icon={isMuted ? <BellOutlined /> : <StopOutlined />}
            onClick={() => mute.mutate({ record, muted: !isMuted })}
          />
        </Tooltip>
      </span>
    </div>
  );
}

function Entry({ item, onOpen }: { item: Notification; onOpen: () => void }) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const markRead = useMarkRead();
  const object = objects.find(({ name }) => name === item.record?.object);
  const to =
    object !== undefined && item.record
      ? paths.record(pathOf(object), item.record.id)
      : item.topic === "work"
        ? paths.jobs
        : undefined;
  function open() {
    if (!item.read) {
      markRead.mutate([item.id]);
    }
    if (to !== undefined) {
      onOpen();
    }
  }
  const words = (
    <>
      <span className={styles.text}>
        {!item.read && <span className="visually-hidden">{t("notification.new")}</span>}
        {item.text}
      </span>
      <time dateTime={item.createdAt} title={formatInstant(item.createdAt)}>
        {formatMoment(item.createdAt)}
      </time>
    </>
  );
  const look = item.read ? styles.entry : `${styles.entry} ${styles.unread}`;
  return (
    <li>
      {to === undefined ? (
        <button type="button" className={look} onClick={open}>
          {words}
        </button>
      ) : (
        <Link className={look ?? ""} to={to} onClick={open}>
          {words}
        </Link>
      )}
    </li>
  );
}
