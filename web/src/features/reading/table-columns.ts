import { type CSSProperties, useState } from "react";
import type { ListState } from "@/shared/list-state";
import type { FieldMeta, ObjectMeta } from "@/shared/meta";
import { moved } from "@/shared/order";
import { drawnWidths } from "./column-width";

/** What people may change about columns: which, where, how wide, and how many stay. */
export type ColumnState = Pick<ListState, "widths" | "frozen">;
export type ColumnChange = Partial<ColumnState & { columns: string[]; by: string | undefined }>;

type Props = {
  object: ObjectMeta;
  fields: FieldMeta[];
  state: ColumnState;
  room: number;
  onChange: (change: ColumnChange) => void;
};

export type TableColumns = ReturnType<typeof useTableColumns>;

/** The columns of a table as they are drawn, with all that can be done to them. */
export function useTableColumns({ object, fields, state, room, onChange }: Props) {
  const [draft, setDraft] = useState<{ index: number; width: number }>();
  const names = fields.map((field) => field.name);
  const resting = drawnWidths(fields, object, state.widths, room);
  const widths =
    draft === undefined
      ? resting
      : drawnWidths(fields, object, kept(draft.index, draft.width), room);
  const frozen = Math.min(state.frozen, fields.length);

  /** What stands left of a dragged edge keeps its place. */
  function kept(index: number, width: number): Record<string, number> {
    const before = names.slice(0, index).map((name, at) => [name, resting[at] ?? 0]);
    return { ...state.widths, ...Object.fromEntries(before), [names[index] ?? ""]: width };
  }

  function without(name: string): Record<string, number> {
    return Object.fromEntries(Object.entries(state.widths).filter(([known]) => known !== name));
  }

  return {
    fields,
    names,
    widths,
    frozen,
    total: widths.reduce((sum, width) => sum + width, 0),
    isChosen: (name: string) => name in state.widths,
    isFrozen: (index: number) => index < frozen,
    /** Where a column stays while the others move below it. */
    place: (index: number): CSSProperties | undefined =>
      index < frozen
        ? { left: widths.slice(0, index).reduce((sum, width) => sum + width, 0) }
        : undefined,
    mayMove: (index: number, by: number) =>
      index > 0 && index + by > 0 && index + by < names.length,
    onMove: (columns: string[]) => onChange({ columns }),
    onHide: (name: string) =>
      onChange({ columns: names.filter((known) => known !== name), widths: without(name) }),
    onGroup: (by: string | undefined) => onChange({ by }),
    onFreeze: (count: number) => onChange({ frozen: count }),
    onDraft: (index: number, width: number | undefined) =>
      setDraft(width === undefined ? undefined : { index, width }),
    onWidth: (index: number, width: number) => onChange({ widths: kept(index, width) }),
    onReset: (name: string) => onChange({ widths: without(name) }),
  };
}

/** The title leads whatever is moved. */
export function movedColumn(names: string[], name: string, to: number): string[] {
  const from = names.indexOf(name);
  return from < 0 || to < 1 ? names : moved(names, from, to);
}
