import { MenuFoldOutlined, MenuUnfoldOutlined } from "@ant-design/icons";
import { Tooltip } from "antd";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { Link, NavLink, useSearchParams } from "react-router";
import { useIsNarrow } from "@/shared/media";
import { ObjectIcon } from "@/shared/object-icon";
import { paths } from "@/shared/paths";
import { changePreferences, usePreferences } from "@/shared/preferences";
import { type NavigationItem, useNavigationGroups } from "./navigation";
import styles from "./rail.module.css";

export function Rail() {
  const { t } = useTranslation();
  const { railFolded } = usePreferences();
  const isNarrow = useIsNarrow();
  const folded = railFolded || isNarrow;
  const groups = useNavigationGroups();
  return (
    <nav
      className={folded ? `${styles.rail} ${styles.folded}` : styles.rail}
      aria-label={t("app.nav.label")}
    >
      <Link to={paths.home} className={styles.brand} aria-label={t("app.name")}>
        <img src="/icon.svg" alt="" width={26} height={26} />
        {!folded && <span>{t("app.name")}</span>}
      </Link>
      <div className={styles.groups}>
        {groups.map((group) => (
          <div key={group.key} className={styles.group}>
            {!folded && <div className={styles.label}>{group.label}</div>}
            {group.items.map((item) => (
              <Fragment key={item.key}>
                <Tooltip title={folded ? item.label : ""} placement="right">
                  <NavLink
                    to={item.to}
                    className={({ isActive }) =>
                      isActive ? `${styles.item} ${styles.active}` : (styles.item ?? "")
                    }
                  >
                    <ObjectIcon name={item.icon} />
                    <span className={folded ? "visually-hidden" : styles.text}>{item.label}</span>
                  </NavLink>
                </Tooltip>
                <PinnedViews item={item} isFolded={folded} />
              </Fragment>
            ))}
          </div>
        ))}
      </div>
      {!isNarrow && (
        <button
          type="button"
          className={styles.fold}
          aria-label={railFolded ? t("app.nav.unfold") : t("app.nav.fold")}
          onClick={() => changePreferences({ railFolded: !railFolded })}
        >
          {railFolded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        </button>
      )}
    </nav>
  );
}

type PinnedProps = { item: NavigationItem; isFolded: boolean };

function PinnedViews({ item: { label, views = [] }, isFolded }: PinnedProps) {
  const { t } = useTranslation();
  const [parameters] = useSearchParams();
  if (views.length === 0) {
    return null;
  }
  return (
    <ul className={styles.views} aria-label={t("view.pinned", { object: label })}>
      {views.map((view) => (
        <li key={view.id}>
          <Tooltip title={isFolded ? view.label : ""} placement="right">
            <Link
              to={view.to}
              className={styles.view}
              aria-current={parameters.get("view") === view.id ? "page" : undefined}
            >
              {view.icon !== undefined && <ObjectIcon name={view.icon} />}
              {isFolded && view.icon === undefined && (
                <b aria-hidden="true">{Array.from(view.label)[0]}</b>
              )}
              <span className={isFolded ? "visually-hidden" : styles.text}>{view.label}</span>
            </Link>
          </Tooltip>
        </li>
      ))}
    </ul>
  );
}
