import { useTranslation } from "react-i18next";
import { can, useSession } from "@/features/access";
import { pathOf, useMeta } from "@/shared/meta";
import { paths } from "@/shared/paths";

export type Command = { key: string; label: string; to: string };

/** Places to go and things to create, found by any part of their words. */
export function useCommands(text: string): Command[] {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const isDesigner = can(useSession(), "admin.settings");
  const all = [
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
  const found = all.filter((command) => command.label.toLowerCase().includes(wanted));
  return found.slice(0, text.startsWith(">") ? 20 : wanted === "" ? 6 : 4);
}
