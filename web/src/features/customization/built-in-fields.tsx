import { EditOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FieldDesign, fieldPath } from "./customization-queries";
import styles from "./design-rows.module.css";
import { FieldRow } from "./field-row";
import { RenameDialog } from "./rename-dialog";
import { useWords } from "./words";

type Props = { object: string; fields: FieldDesign[] };

/** The fields that came with the program: they stay, but may be called otherwise. */
export function BuiltInFields({ object, fields }: Props) {
  const { t } = useTranslation();
  const { inMine } = useWords();
  const [renamed, setRenamed] = useState<FieldDesign>();
  return (
    <>
      <ul className={styles.rows} aria-label={t("customization.builtInFields")}>
        {fields.map((field) => (
          <li key={field.name} className={styles.row}>
            <FieldRow
              field={field}
              actions={
                <Button
                  type="text"
                  icon={<EditOutlined aria-hidden="true" />}
                  aria-label={t("customization.rename.title", { label: inMine(field.labels) })}
                  onClick={() => setRenamed(field)}
                />
              }
            />
          </li>
        ))}
      </ul>
      {renamed !== undefined && (
        <RenameDialog
          named={{
            path: fieldPath(object, renamed.name),
            labels: renamed.labels,
            original: renamed.original,
          }}
          onClose={() => setRenamed(undefined)}
        />
      )}
    </>
  );
}
