import { LockOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Select, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "@/shared/page";
import { arranged } from "@/shared/record-parts";
import styles from "./layout-editor.module.css";
import { type Layout, type LayoutState, layoutOptions, type Placeable } from "./layout-queries";
import { useSectionLabel } from "./section-label";

type Props = { layout: Layout; state: LayoutState };

const ALL = { hiddenFields: [], readOnlyFields: [], hiddenCards: [] };

/** What somebody in a role would find: without what the role may not see. */
export function LayoutPreview({ layout, state }: Props) {
  const { t, i18n } = useTranslation();
  const [role, setRole] = useState(layout.role ?? "");
  const looked = useQuery(layoutOptions(layout.object, role, i18n.language));
  const sight = looked.data?.sight ?? ALL;
  const order = { ...state, conditional: [], watched: [] };
  const names = (parts: Placeable[], what: "tabs" | "cards") =>
    arranged(parts, ({ name }) => name, order, what)
      .filter(({ name }) => !sight.hiddenCards.includes(name))
      .map(({ label }) => label);
  const cardsAt = (place: Placeable["place"]) =>
    names(
      layout.cards.filter((card) => card.place === place),
      "cards",
    );
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
        <Sections layout={layout} state={state} sight={sight} />
        <Names title={t("layout.cards.centre")} names={cardsAt("centre")} />
        <Names title={t("layout.tabs")} names={names(layout.tabs, "tabs")} />
        <Names title={t("layout.cards.side")} names={cardsAt("side")} />
      </section>
    </Panel>
  );
}

function Sections({ layout, state, sight }: Props & { sight: Layout["sight"] }) {
  const { t } = useTranslation();
  const labelOf = useSectionLabel();
  const nameOf = (name: string) =>
    layout.fields.find((field) => field.name === name)?.label ?? name;
  return state.sections
    .map((section) => ({
      ...section,
      fields: section.fields.filter((name) => !sight.hiddenFields.includes(name)),
    }))
    .filter(({ fields }) => fields.length > 0)
    .map((section) => (
      <div key={section.id}>
        <h4>
          {labelOf(section)}{" "}
          {section.when && <span className={styles.note}>{t("layout.section.conditional")}</span>}
        </h4>
        <ul className={styles.fields} data-columns={section.columns}>
          {section.fields.map((name) => (
            <li key={name}>
              {nameOf(name)}{" "}
              {sight.readOnlyFields.includes(name) && (
                <LockOutlined aria-label={t("layout.readOnly")} className={styles.note ?? ""} />
              )}
              {name in state.conditions && (
                <span className={styles.note}>{t("layout.section.conditional")}</span>
              )}
            </li>
          ))}
        </ul>
      </div>
    ));
}

function Names({ title, names }: { title: string; names: string[] }) {
  return names.length === 0 ? null : (
    <div>
      <h4>{title}</h4>
      <p className={styles.parts}>
        {names.map((name) => (
          <Tag key={name}>{name}</Tag>
        ))}
      </p>
    </div>
  );
}
