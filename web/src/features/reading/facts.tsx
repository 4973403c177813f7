import { EditOutlined, FunctionOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useHiddenParts, withoutHidden } from "@/features/layout";
import { FactEditor } from "@/features/writing";
import { FieldValue } from "@/shared/field-value";
import { formatInstant } from "@/shared/format";
import { type FieldMeta, type ObjectMeta, sectionsOf } from "@/shared/meta";
import { Panel } from "@/shared/page";
import { fieldValue, isReference, type RecordData } from "@/shared/records";
import styles from "./facts.module.css";

type Props = { object: ObjectMeta; record: RecordData };

const STANDARD = ["createdAt", "createdBy", "updatedAt", "updatedBy"];

/** The fields of a record in their sections, each editable where it stands. */
export function Facts({ object, record }: Props) {
  const { t } = useTranslation();
  const [hidesEmpty, setHidesEmpty] = useState(true);
  const own = object.fields.filter(
    (field) => !field.name.includes(".") && !STANDARD.includes(field.name),
  );
  const shown = own.filter((field) => !hidesEmpty || !isEmpty(fieldValue(record, field.name)));
  const hidden = useHiddenParts(object, record);
  const sections = withoutHidden(sectionsOf(object, shown), hidden, () => false);
  return (
    <Panel
      title={sections[0]?.label ?? t("reading.facts.title")}
      extra={
        <Button
          type="text"
          size="small"
          className={styles.toggle ?? ""}
          onClick={() => setHidesEmpty(!hidesEmpty)}
        >
          {t(hidesEmpty ? "reading.facts.showEmpty" : "reading.facts.hideEmpty")}
        </Button>
      }
    >
      {sections.map((section, index) => (
        <section key={section.name}>
          {index > 0 && <h3 className={styles.heading}>{section.label}</h3>}
          <dl className={styles.facts} data-columns={section.columns ?? 1}>
            {section.fields.map((field) => (
              <Fact key={field.name} object={object} record={record} field={field} />
            ))}
          </dl>
        </section>
      ))}
      <Provenance record={record} />
    </Panel>
  );
}

function Fact({ object, record, field }: Props & { field: FieldMeta }) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  const canEdit = object.rights.update && !field.readOnly;
  return (
    <div className={styles.fact}>
      <dt>
        {field.label}
        {field.help !== undefined && field.help !== null && field.readOnly && (
          <Tooltip title={field.help}>
            <FunctionOutlined className={styles.formula ?? ""} />
          </Tooltip>
        )}
      </dt>
      {isEditing ? (
        <dd>
          <FactEditor
            object={object}
            record={record}
            field={field}
            onClose={() => setEditing(false)}
          />
        </dd>
      ) : (
        <dd className={field.kind === "longText" ? styles.long : ""}>
          <FieldValue field={field} value={fieldValue(record, field.name)} />
          {canEdit && (
            <button
              type="button"
              className={styles.pencil}
              aria-label={t("reading.facts.edit", { field: field.label })}
              onClick={() => setEditing(true)}
            >
              <EditOutlined aria-hidden="true" />
            </button>
          )}
        </dd>
      )}
    </div>
  );
}

function Provenance({ record }: { record: RecordData }) {
  const { t } = useTranslation();
  const line = (at: unknown, by: unknown) =>
    typeof at === "string" ? [isReference(by) ? by.title : "", formatInstant(at)].join(" ") : "";
  return (
    <p className={styles.provenance}>
      {t("reading.facts.created", { words: line(record.createdAt, record.createdBy) })}
      <br />
      {t("reading.facts.updated", { words: line(record.updatedAt, record.updatedBy) })}
    </p>
  );
}

function isEmpty(value: unknown): boolean {
  const isNone = Array.isArray(value) && value.length === 0;
  return isNone || value === null || value === undefined || value === "";
}
