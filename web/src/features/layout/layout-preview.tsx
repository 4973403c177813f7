import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "@/shared/page";
import styles from "./layout-editor.module.css";
import { type Layout, type LayoutState, layoutOptions } from "./layout-queries";
import { useSectionLabel } from "./section-label";

type Props = { layout: Layout; state: LayoutState };

/** What somebody in a role would find: without the fields that the role may not see. */
export function LayoutPreview({ layout, state }: Props) {
  const { t, i18n } = useTranslation();
  const labelOf = useSectionLabel();
  const [role, setRole] = useState(layout.role ?? "");
  const looked = useQuery(layoutOptions(layout.object, role, i18n.language));
  const unseen = looked.data?.unseen ?? [];
  const sections = state.sections
    .map((section) => ({
      ...section,
      fields: section.fields.filter((name) => !unseen.includes(name)),
    }))
    .filter(({ fields }) => fields.length > 0);
  const nameOf = (name: string) =>
    layout.fields.find((field) => field.name === name)?.label ?? name;
  return (
    <Panel
      title={t("layout.preview")}
      extra={
        <Select
          size="small"
          aria-label={t("layout.previewAs")}
          className={styles.role ?? ""}
          value={role}
          onChange={setRole}
          options={[
            { value: "", label: t("layout.everybody") },
            ...layout.roles.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      }
    >
      <section className={styles.preview} aria-label={t("layout.preview")}>
        {sections.map((section) => (
          <div key={section.id}>
            <h4>
              {labelOf(section)}{" "}
              {section.when && (
                <span className={styles.note}>{t("layout.section.conditional")}</span>
              )}
            </h4>
            <ul className={styles.fields} data-columns={section.columns}>
              {section.fields.map((name) => (
                <li key={name}>{nameOf(name)}</li>
              ))}
            </ul>
          </div>
        ))}
      </section>
    </Panel>
  );
}
