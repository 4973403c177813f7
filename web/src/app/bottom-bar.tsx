import { EllipsisOutlined } from "@ant-design/icons";
import { Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, NavLink } from "react-router";
import { ObjectIcon } from "@/shared/object-icon";
import styles from "./bottom-bar.module.css";
import { type NavigationItem, useNavigationGroups } from "./navigation";

const FIRST = ["tasks", "customer", "order", "insight"];

/** Four places within reach of the thumb, the rest behind "more". */
export function BottomBar() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const groups = useNavigationGroups();
  const items = groups.flatMap((group) => group.items);
  const first = FIRST.flatMap((key) => items.find((item) => item.key === key) ?? []);
  return (
    <nav className={styles.bar} aria-label={t("app.nav.label")}>
      {first.map((item) => (
        <BarLink key={item.key} item={item} />
      ))}
      <button type="button" className={styles.item} onClick={() => setOpen(true)}>
        <EllipsisOutlined aria-hidden="true" />
        {t("app.nav.more")}
      </button>
      <Drawer
        placement="bottom"
        size="70%"
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t("app.nav.more")}
      >
        {groups.map((group) => (
          <section key={group.key} className={styles.group}>
            <h3>{group.label}</h3>
            <div className={styles.grid}>
              {group.items.map((item) => (
                <BarLink key={item.key} item={item} onClick={() => setOpen(false)} />
              ))}
            </div>
            {group.items
              .flatMap(({ views = [] }) => views)
              .map((view) => (
                <Link
                  key={view.id}
                  to={view.to}
                  className={styles.view}
                  onClick={() => setOpen(false)}
                >
                  {view.label}
                </Link>
              ))}
          </section>
        ))}
      </Drawer>
    </nav>
  );
}

function BarLink({ item, onClick }: { item: NavigationItem; onClick?: () => void }) {
  return (
    <NavLink
      to={item.to}
      {...(onClick === undefined ? {} : { onClick })}
      className={({ isActive }) =>
        isActive ? `${styles.item} ${styles.active}` : (styles.item ?? "")
      }
    >
      <ObjectIcon name={item.icon} />
      <span className={styles.text}>{item.label}</span>
    </NavLink>
  );
}
