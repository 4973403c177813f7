import { useState } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "@/shared/announce";
import { moved } from "@/shared/order";
import { dropMark, ReorderHandle, useReorder } from "@/shared/reorder";
import { useChangeField, useOrderFields } from "./customization-mutations";
import { type FieldDesign, fieldPath, type ObjectDesign } from "./customization-queries";
import styles from "./design-rows.module.css";
import { EndingDialogs } from "./ending-dialogs";
import { FieldDrawer } from "./field-drawer";
import { FieldRow, RowActions } from "./field-row";
import { useWords } from "./words";

type Props = { object: ObjectDesign; fields: FieldDesign[] };

/** The fields that people have made: in the order in which forms and records show them. */
export function CustomFields({ object, fields }: Props) {
  const { t } = useTranslation();
  const { inMine } = useWords();
  const order = useOrderFields(object.name);
  const [said, setSaid] = useState("");
  const reorder = useReorder(fields.length, (from, to) => {
    const field = fields[from];
    if (field !== undefined) {
      order.mutate(moved(fields, from, to));
      setSaid(t("customization.movedTo", { label: inMine(field.labels), position: to + 1 }));
    }
  });
  return (
    <>
      <ul ref={reorder.list} className={styles.rows} aria-label={t("customization.customFields")}>
        {fields.map((field, index) => (
          <li
            key={field.name}
            className={`${styles.row} ${styles.movable}`}
            data-drop={dropMark(reorder, index)}
            data-retired={field.retired}
          >
            <FieldRow
              field={field}
              handle={<ReorderHandle reorder={reorder} index={index} name={inMine(field.labels)} />}
              actions={
                <FieldActions
                  object={object}
                  field={field}
                  isFirst={index === 0}
                  isLast={index === fields.length - 1}
                  onMove={(by) => reorder.move(index, index + by)}
                />
              }
            />
          </li>
        ))}
      </ul>
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </>
  );
}

type ActionsProps = {
  object: ObjectDesign;
  field: FieldDesign;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: number) => void;
};

function FieldActions({ object, field, isFirst, isLast, onMove }: ActionsProps) {
  const { t } = useTranslation();
  const { inMine } = useWords();
  const [open, setOpen] = useState<string>();
  const change = useChangeField(object.name, field.name);
  const label = inMine(field.labels);
  const doomed = { what: "field" as const, path: fieldPath(object.name, field.name), label };

  function choose(key: string) {
    if (key === "up" || key === "down") {
      onMove(key === "up" ? -1 : 1);
    } else if (key === "retire" && field.retired) {
      change.mutate({ retired: false }, { onError: announce });
    } else {
      setOpen(key);
    }
  }

  return (
    <>
      <RowActions
        label={label}
        retired={field.retired}
        before={[
          { key: "up", disabled: isFirst, label: t("customization.moveUp") },
          { key: "down", disabled: isLast, label: t("customization.moveDown") },
          { type: "divider" },
        ]}
        onChoose={choose}
      />
      {open === "edit" && (
        <FieldDrawer object={object} field={field} onClose={() => setOpen(undefined)} />
      )}
      <EndingDialogs
        open={open}
        ended={doomed}
        isPending={change.isPending}
        onRetire={(answers) => change.mutate({ retired: true }, answers)}
        onClose={() => setOpen(undefined)}
      />
    </>
  );
}
