import { type KeyboardEvent, useRef, useState } from "react";
import { FieldInput } from "@/shared/field-input";
import type { FieldKind, FieldMeta } from "@/shared/meta";
import styles from "./grid-cell.module.css";

type Props = {
  field: FieldMeta;
  value: unknown;
  onSave: (value: unknown) => void;
  onCancel: () => void;
  onMove: (step: number) => void;
};

/** Kinds for which choosing is all there is to do. */
const CHOSEN: FieldKind[] = ["choice", "reference", "yesNo", "date", "instant"];

/** Kinds of which Enter chooses one more. */
const SEVERAL: FieldKind[] = ["choices", "references"];

/** Edits one value in its cell: Enter saves, Tab saves and goes on, Esc leaves it as it was. */
export function CellEditor({ field, value, onSave, onCancel, onMove }: Props) {
  const [draft, setDraft] = useState<unknown>(value ?? null);
  const isOver = useRef(false);
  const isChosen = CHOSEN.includes(field.kind);
  const savesByEnter = !isChosen && !SEVERAL.includes(field.kind);

  function end(finish: () => void) {
    if (!isOver.current) {
      isOver.current = true;
      finish();
    }
  }

  function press(event: KeyboardEvent) {
    const needsControl = field.kind === "longText" && !event.ctrlKey;
    if (event.key === "Escape") {
      event.preventDefault();
      end(onCancel);
    } else if (event.key === "Tab") {
      event.preventDefault();
      end(() => {
        onSave(draft);
        onMove(event.shiftKey ? -1 : 1);
      });
    } else if (event.key === "Enter" && savesByEnter && !needsControl) {
      event.preventDefault();
      end(() => onSave(draft));
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the control inside
    <div
      className={styles.editor}
      role="presentation"
      data-kind={field.kind}
      onKeyDown={press}
      onBlur={(event) => {
        if (!isChosen && !event.currentTarget.contains(event.relatedTarget)) {
          end(() => onSave(draft));
        }
      }}
    >
      <FieldInput
        field={field}
        value={draft}
        autoFocus
        defaultOpen
        aria-label={field.label}
        onChange={(next) => {
          setDraft(next);
          if (isChosen) {
            end(() => onSave(next));
          }
        }}
      />
    </div>
  );
}
