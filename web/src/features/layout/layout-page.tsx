import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { useObjectMeta } from "@/shared/meta";
import { Page, PageSkeleton } from "@/shared/page";
import { Problem } from "@/shared/problem";
import { LayoutEditor } from "./layout-editor";
import { layoutOptions } from "./layout-queries";

/** How the record pages and forms of one kind are arranged, for everybody or for a role. */
export function LayoutPage() {
  const { name = "" } = useParams();
  const { t } = useTranslation();
  const [role, setRole] = useState("");
  const object = useObjectMeta(name);
  if (object === undefined) {
    throw new Problem(404, {});
  }
  return (
    <Page title={t("layout.title", { object: object.label })} subtitle={t("layout.help")}>
      <Suspense fallback={<PageSkeleton />}>
        <Loaded key={role} name={name} role={role} onRole={setRole} />
      </Suspense>
    </Page>
  );
}

type Props = { name: string; role: string; onRole: (role: string) => void };

function Loaded({ name, role, onRole }: Props) {
  const { i18n } = useTranslation();
  const { data } = useSuspenseQuery(layoutOptions(name, role, i18n.language));
  return <LayoutEditor key={data.version} layout={data} role={role} onRole={onRole} />;
}
