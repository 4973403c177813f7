import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { type ObjectMeta, pathOf, useMeta } from "@/shared/meta";
import { paths } from "@/shared/paths";
import { recordOptions, titleOf } from "@/shared/records";
import styles from "./breadcrumb.module.css";

type Crumb = { label: string; to?: string };

const PLACES = ["tasks", "calendar", "jobs", "trash"] as const;

export function Breadcrumb() {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const [first = "", second] = useLocation().pathname.split("/").filter(Boolean);
  const object = objects.find((candidate) => pathOf(candidate) === first);
  const title = useRecordTitle(object, second);
  const crumbs: Crumb[] = [];
  if (object !== undefined) {
    crumbs.push({ label: object.pluralLabel, to: paths.list(first) });
    if (title !== undefined) {
      crumbs.push({ label: title });
    }
  } else if (first === "insight") {
    crumbs.push(
      { label: t("app.group.insight") },
      { label: t("app.nav.value"), to: paths.insight },
    );
  } else if (first === "imports") {
    crumbs.push({ label: t("app.nav.imports"), to: paths.imports });
  } else if (isPlace(first)) {
    crumbs.push({ label: t(`app.nav.${first}`) });
  } else if (first === "working-hours") {
    crumbs.push({ label: t("calendar.hours.title") });
  } else if (first === "search") {
    crumbs.push({ label: t("search.title") });
  } else if (first === "duplicates") {
    crumbs.push({ label: t("duplicate.title") });
  } else if (first === "customization") {
    crumbs.push({ label: t("customization.title"), to: paths.customization });
    const designed = objects.find((candidate) => candidate.name === second);
    if (designed !== undefined) {
      crumbs.push({ label: designed.pluralLabel });
    }
  } else if (first === "mail") {
    crumbs.push({ label: t("mail.title") });
  } else if (first === "notifications") {
    crumbs.push({ label: t("notification.settings.title") });
  } else if (first === "account") {
    crumbs.push({ label: t("access.account.title") });
  }
  return (
    <nav className={styles.crumbs} aria-label={t("app.nav.breadcrumb")}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.label}>
            {crumb.to === undefined ? crumb.label : <Link to={crumb.to}>{crumb.label}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function isPlace(path: string): path is (typeof PLACES)[number] {
  return PLACES.some((place) => place === path);
}

function useRecordTitle(object: ObjectMeta | undefined, id: string | undefined) {
  const isRecord = object !== undefined && id !== undefined;
  const record = useQuery({
    ...recordOptions(object === undefined ? "" : pathOf(object), id ?? ""),
    enabled: isRecord,
  });
  return isRecord && record.data !== undefined
    ? titleOf(record.data, object.titleField)
    : undefined;
}
