import { FilterOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dropMark, ReorderHandle, useReorder } from "@/shared/reorder";
import { ConditionDialog } from "./condition-dialog";
import styles from "./layout-editor.module.css";
import type { Layout, LayoutSection, LayoutState } from "./layout-queries";
import {
  movedRow,
  type Row,
  rowsOf,
  withCondition,
  withoutSection,
  withSection,
} from "./layout-rows";
import { SectionDialog } from "./section-dialog";
import { useSectionLabel } from "./section-label";

type Props = {
  layout: Layout;
  state: LayoutState;
  onChange: (next: Partial<LayoutState>) => void;
};

/** Sections and fields in one list, put in order by dragging or by the arrow keys. */
export function SectionRows({ layout, state, onChange }: Props) {
  const { t } = useTranslation();
  const labelOf = useSectionLabel();
  const [edited, setEdited] = useState<LayoutSection>();
  const [asked, setAsked] = useState<string>();
  const [said, setSaid] = useState("");
  const rows = rowsOf(state);
  const fieldOf = (name: string) => layout.fields.find((field) => field.name === name);
  const reorder = useReorder(rows.length, (from, to) => {
    const next = movedRow(state, from, to, (name) => fieldOf(name)?.required ?? false);
    setSaid(next === state ? t("layout.staysRequired") : t("layout.moved"));
    onChange(next);
  });
  const hiddenAt = rows.findIndex((row) => row.kind === "hidden");

  function nameOf(row: Row): string {
    if (row.kind === "hidden") {
      return t("layout.hidden");
    }
    return row.kind === "section" ? labelOf(row.section) : (fieldOf(row.name)?.label ?? row.name);
  }

  return (
    <>
      <ul ref={reorder.list} className={styles.rows} aria-label={t("layout.sections")}>
        {rows.map((row, index) => (
          <li
            key={row.key}
            className={styles.row}
            data-kind={row.kind}
            data-away={index > hiddenAt}
            data-drop={dropMark(reorder, index)}
          >
            {row.kind !== "hidden" && (
              <ReorderHandle reorder={reorder} index={index} name={nameOf(row)} />
            )}
            <span className={styles.name}>
              {nameOf(row)} <Note row={row} state={state} required={isRequired(row)} />
            </span>
            {row.kind === "section" && (
              <Button size="small" onClick={() => setEdited(row.section)}>
                {t("layout.section.edit", { name: nameOf(row) })}
              </Button>
            )}
            {row.kind === "field" && index < hiddenAt && !isRequired(row) && (
              <Button
                type="text"
                size="small"
                icon={<FilterOutlined aria-hidden="true" />}
                aria-label={t("layout.field.when", { field: nameOf(row) })}
                onClick={() => setAsked(row.name)}
              />
            )}
          </li>
        ))}
      </ul>
      <Button
        className={styles.add ?? ""}
        icon={<PlusOutlined aria-hidden="true" />}
        onClick={() => setEdited({ id: freshId(state), labels: null, columns: 2, fields: [] })}
      >
        {t("layout.section.new")}
      </Button>
      <span role="status" className="visually-hidden">
        {said}
      </span>
      {asked !== undefined && (
        <ConditionDialog
          object={layout.object}
          label={fieldOf(asked)?.label ?? asked}
          when={state.conditions[asked]}
          onKeep={(when) => onChange(withCondition(state, asked, when))}
          onClose={() => setAsked(undefined)}
        />
      )}
      {edited !== undefined && (
        <SectionDialog
          object={layout.object}
          section={edited}
          isOnly={state.sections.length === 1}
          isNew={!state.sections.some(({ id }) => id === edited.id)}
          onKeep={(section) => onChange(withSection(state, section))}
          onRemove={() => onChange(withoutSection(state, edited.id))}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  );

  function isRequired(row: Row): boolean {
    return row.kind === "field" && (fieldOf(row.name)?.required ?? false);
  }
}

function Note({ row, state, required }: { row: Row; state: LayoutState; required: boolean }) {
  const { t } = useTranslation();
  const notes = [
    required ? t("layout.required") : "",
    isConditional(row, state) ? t("layout.section.conditional") : "",
    row.kind === "section" && row.section.columns === 1 ? t("layout.section.oneColumn") : "",
    row.kind === "hidden" ? t("layout.hiddenHelp") : "",
  ];
  return <span className={styles.note}>{notes.filter(Boolean).join(" · ")}</span>;
}

function isConditional(row: Row, state: LayoutState): boolean {
  return row.kind === "section"
    ? Boolean(row.section.when)
    : row.kind === "field" && row.name in state.conditions;
}

function freshId(state: LayoutState): string {
  const taken = new Set(state.sections.map(({ id }) => id));
  let number = 1;
  while (taken.has(`section-${number}`)) {
    number++;
  }
  return `section-${number}`;
}
