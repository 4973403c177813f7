import { BellOutlined, SettingOutlined } from "@ant-design/icons";
import { Badge, Button, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { paths } from "@/shared/paths";
import styles from "./bell.module.css";
import { NotificationList } from "./notification-list";
import { useMarkRead, useUnread } from "./notification-queries";

const SHOWN = 99;

/** How much there is that this person has not read, and all of it at a press. */
export function Bell() {
  const { t } = useTranslation();
  const unread = useUnread();
  const [isOpen, setOpen] = useState(false);
  const markRead = useMarkRead();
  const close = () => setOpen(false);
  return (
    <>
      <button
        type="button"
        className={styles.bell}
        aria-label={t("notification.bell", { count: unread })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Badge
          count={unread}
          overflowCount={SHOWN}
          size="small"
          offset={[5, -4]}
          aria-hidden="true"
        >
          <BellOutlined className={styles.icon ?? ""} aria-hidden="true" />
        </Badge>
      </button>
      <Drawer
        open={isOpen}
        onClose={close}
        title={t("notification.title")}
        size={420}
        destroyOnHidden
        extra={
          <>
            <Button
              type="text"
              size="small"
              disabled={unread === 0}
              loading={markRead.isPending}
              onClick={() => markRead.mutate([])}
            >
              {t("notification.markAll")}
            </Button>
            <Link
              to={paths.notificationSettings}
              className={styles.settings}
              aria-label={t("notification.settings.title")}
              onClick={close}
            >
              <SettingOutlined aria-hidden="true" />
            </Link>
          </>
        }
      >
        <NotificationList onOpen={close} />
      </Drawer>
    </>
  );
}
