import { useTranslation } from "react-i18next";
import { can, useSession } from "@/features/access";
import { isMergeable } from "@/features/merge";
import { useViews } from "@/features/view";
import { type ObjectMeta, pathOf, useMeta } from "@/shared/meta";
import { paths } from "@/shared/paths";

export type ViewLink = { id: string; label: string; icon?: string | undefined; to: string };
export type NavigationItem = {
  key: string;
  label: string;
  to: string;
  icon: string;
  /** The views that this person has pinned. */
  views?: ViewLink[];
};
export type NavigationGroup = { key: string; label: string; items: NavigationItem[] };

const GROUPS = ["customers", "sales", "service", "records", "insight", "settings"] as const;
type GroupName = (typeof GROUPS)[number];

/** The objects of the meta data in their groups, then what is not an object. */
export function useNavigationGroups(): NavigationGroup[] {
  const { t } = useTranslation();
  const session = useSession();
  const { objects } = useMeta();
  const pinned = useViews().filter((view) => view.pinned);
  const groups = new Map<string, NavigationItem[]>();
  for (const object of objects.filter(isShown)) {
    const name = object.group ?? "";
    groups.set(name, [...(groups.get(name) ?? []), { ...itemOf(object), views: viewsOf(object) }]);
  }
  function viewsOf(object: ObjectMeta): ViewLink[] {
    const path = pathOf(object);
    return pinned
      .filter((view) => view.object === object.name)
      .map(({ id, name, icon }) => ({
        id,
        label: name,
        icon: icon ?? undefined,
        to: paths.view(path, id),
      }));
  }
  if (objects.some(({ name }) => name === "activity")) {
    const own = [
      { key: "tasks", label: t("app.nav.tasks"), to: paths.tasks, icon: "tasks" },
      { key: "calendar", label: t("app.nav.calendar"), to: paths.calendar, icon: "calendar" },
    ];
    groups.set("customers", [...own, ...(groups.get("customers") ?? [])]);
  }
  if (can(session, "value.read")) {
    const item = { key: "insight", label: t("app.nav.value"), to: paths.insight, icon: "insight" };
    groups.set("insight", [item, ...(groups.get("insight") ?? [])]);
  }
  const tools: NavigationItem[] = [];
  if (can(session, "import")) {
    tools.push({ key: "imports", label: t("app.nav.imports"), to: paths.imports, icon: "import" });
  }
  tools.push({ key: "jobs", label: t("app.nav.jobs"), to: paths.jobs, icon: "jobs" });
  if (can(session, "recycle")) {
    tools.push({ key: "trash", label: t("app.nav.trash"), to: paths.trash, icon: "trash" });
  }
  if (objects.some(isMergeable)) {
    const to = paths.duplicates;
    tools.push({ key: "duplicates", label: t("duplicate.title"), to, icon: "duplicates" });
  }
  if (can(session, "admin.settings")) {
    const to = paths.customization;
    tools.push({
      key: "customization",
      label: t("customization.title"),
      to,
      icon: "customization",
    });
    tools.push({ key: "mail", label: t("mail.title"), to: paths.mail, icon: "mail" });
    tools.push({
      key: "workingHours",
      label: t("calendar.hours.title"),
      to: paths.workingHours,
      icon: "hours",
    });
  }
  groups.set("settings", [...(groups.get("settings") ?? []), ...tools]);
  const known: string[] = GROUPS.filter((name) => groups.has(name));
  const others = [...groups.keys()].filter((name) => !known.includes(name));
  const order = [...known.filter((name) => name !== "settings"), ...others, "settings"];
  return order.map((key) => ({
    key,
    label: isGroupName(key) ? t(`app.group.${key}`) : key,
    items: groups.get(key) ?? [],
  }));
}

function isShown(object: ObjectMeta): boolean {
  return object.group !== undefined && object.group !== null && object.group !== "";
}

function itemOf(object: ObjectMeta): NavigationItem {
  return {
    key: object.name,
    label: object.pluralLabel,
    to: paths.list(pathOf(object)),
    icon: object.icon ?? object.name,
  };
}

function isGroupName(name: string): name is GroupName {
  return GROUPS.some((known) => known === name);
}
