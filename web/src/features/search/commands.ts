import { useTranslation } from "react-i18next";
import { can, useSession } from "@/features/access";
import { useViews } from "@/features/view";
import { pathOf, useMeta } from "@/shared/meta";
import { paths } from "@/shared/paths";

export type Command = { key: string; label: string; to: string; icon?: string; kind?: string };

/** Places to go and things to create, found by any part of their words. */
export function useCommands(text: string): Command[] {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const views = useViews().flatMap((view) => {
    const object = objects.find((known) => known.name === view.object);
    return object === undefined ? [] : [{ view, object }];
  });
  const isDesigner = can(useSession(), "admin.settings");
  const all: Command[] = [
    ...views
      .toSorted((a, b) => Number(b.view.pinned) - Number(a.view.pinned))
      .map(({ view, object }) => ({
        key: view.id,
        label: view.name,
        to: paths.view(pathOf(object), view.id),
        icon: view.icon ?? object.icon ?? object.name,
        kind: t("search.viewOf", { object: object.pluralLabel }),
      })),
    ...objects.map((object) => ({
      key: `go-${object.name}`,
      label: t("search.goTo", { place: object.pluralLabel }),
      to: paths.list(pathOf(object)),
    })),
    {
      key: "go-insight",
      label: t("search.goTo", { place: t("app.nav.value") }),
      to: paths.insight,
    },
    { key: "go-jobs", label: t("search.goTo", { place: t("app.nav.jobs") }), to: paths.jobs },
    ...(isDesigner
      ? [
          {
            key: "go-customization",
            label: t("search.goTo", { place: t("customization.title") }),
            to: paths.customization,
          },
        ]
      : []),
    { key: "import", label: t("search.import"), to: paths.newImport() },
  ];
  const wanted = text.replace(/^>/, "").trim().toLowerCase();
  const isFound = ({ label, kind }: Command) =>
    `${label} ${kind ?? ""}`.toLowerCase().includes(wanted);
  // Before anything is typed only pinned views are worth a line.
  const pinned = new Set(views.filter(({ view }) => view.pinned).map(({ view }) => view.id));
  const found = all.filter((command) =>
    wanted === "" && command.kind !== undefined ? pinned.has(command.key) : isFound(command),
  );
  return found.slice(0, text.startsWith(">") ? 20 : wanted === "" ? 6 : 4);
}
