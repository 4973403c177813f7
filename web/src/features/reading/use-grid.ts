import {
  type ClipboardEvent,
  type KeyboardEvent,
  useEffect,
  useEffectEvent,
  useState,
} from "react";
import { parseBlock, type Selection } from "@/features/bulk";
import type { CellSaves } from "@/features/writing";
import type { FieldMeta, ObjectMeta } from "@/shared/meta";
import type { RecordData } from "@/shared/records";
import { type Step, startRow, stepOf } from "./grid-keys";

export type Place = { row: number; column: number };

/** A copied block and the records and fields that it was put onto. */
export type Pasted = {
  ids: string[];
  block: { fields: string[]; cells: string[][] };
  leftOut: number;
};

/** The rows of a table: records that are at hand, that are known by their id or not yet, and others. */
export type Rows = {
  count: number;
  isRecord: (row: number) => boolean;
  idAt: (row: number) => string | undefined;
  at: (row: number) => RecordData | undefined;
};

type Props = {
  object: ObjectMeta;
  fields: FieldMeta[];
  rows: Rows;
  selection: Selection;
  saves: CellSaves;
  onOpen: (record: RecordData) => void;
  onDelete: () => void;
};

export type Grid = ReturnType<typeof useGrid>;

/** Which cell of a table one is at, and what keys, the clipboard and the mouse do there. */
export function useGrid({ object, fields, rows, selection, saves, ...on }: Props) {
  const [at, setAt] = useState<Place>();
  const [isEditing, setEditing] = useState(false);
  const [peeked, setPeeked] = useState<RecordData>();
  const [pasted, setPasted] = useState<Pasted>();
  const [anchor, setAnchor] = useState<number>();
  const record = at && rows.at(at.row);

  function go(to: Place) {
    setAt(to);
    setEditing(false);
  }

  function edit(to: Place) {
    setAt(to);
    setEditing(mayEdit(object, fields[to.column]));
  }

  /** The record at a row, or else the next one in a direction. */
  function nearest(row: number, step: number): number | undefined {
    let found = Math.min(Math.max(row, 0), rows.count - 1);
    while (found >= 0 && found < rows.count && !rows.isRecord(found)) {
      found += step;
    }
    return rows.isRecord(found) ? found : undefined;
  }

  function move([down, across]: Step, selects: boolean) {
    if (at === undefined) {
      return;
    }
    const step = Math.sign(down);
    const row = step === 0 ? at.row : (nearest(at.row + down, step) ?? nearest(at.row, -step));
    const column = Math.min(Math.max(at.column + across, 0), fields.length - 1);
    if (row !== undefined) {
      go({ row, column });
      if (selects) {
        selection.add(idsBetween(at.row, row));
      }
    }
  }

  function idsBetween(one: number, other: number): string[] {
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    return Array.from(
      { length: to - from + 1 },
      (_, index) => rows.idAt(from + index) ?? [],
    ).flat();
  }

  /** Takes the range from the row that was chosen last, or one row. */
  function choose(row: number, isRange: boolean) {
    const from = isRange ? (anchor ?? row) : row;
    const ids = idsBetween(from, row);
    if (from === row) {
      ids.forEach(selection.toggle);
    } else {
      selection.add(ids);
    }
    setAnchor(row);
  }

  /** Goes on to the next cell that can be edited, as Tab does. */
  function editNext(step: number) {
    if (at === undefined) {
      return;
    }
    let column = at.column + step;
    while (column > 0 && column < fields.length && !mayEdit(object, fields[column])) {
      column += step;
    }
    if (mayEdit(object, fields[column])) {
      edit({ row: at.row, column });
    } else {
      setEditing(false);
    }
  }

  function startDelete() {
    if (record !== undefined && !selection.all && selection.ids.size === 0) {
      selection.add([record.id]);
    }
    on.onDelete();
  }

  /** What a key does in a cell; some keys do nothing. */
  function actionOf(key: string): (() => void) | undefined {
    if (at === undefined || record === undefined) {
      return undefined;
    }
    switch (key) {
      case "x":
        return () => choose(at.row, false);
      case "Enter":
        return at.column === 0 ? () => on.onOpen(record) : () => edit(at);
      case "e":
      case "F2":
        return () => edit(at);
      case " ":
        return () => setPeeked(record);
      case "Escape":
        return selection.clear;
      case "Delete":
        return startDelete;
      default:
        return undefined;
    }
  }

  function press(event: KeyboardEvent<HTMLElement>) {
    const isCell = event.target instanceof HTMLElement && event.target.dataset.cell !== undefined;
    const isFrame = event.target === event.currentTarget;
    const hasControl = event.ctrlKey || event.metaKey;
    if ((!isCell && !isFrame) || event.altKey) {
      return;
    }
    const step = stepOf(event);
    const all = event.key === "a" ? selection.chooseAll : undefined;
    const act = hasControl ? all : actionOf(event.key);
    if (step !== undefined || act !== undefined) {
      event.preventDefault();
      if (step !== undefined) {
        move(step, event.shiftKey && step[0] !== 0);
      } else {
        act?.();
      }
    }
  }

  function paste(event: ClipboardEvent<HTMLElement>) {
    const isCell = event.target instanceof HTMLElement && event.target.dataset.cell !== undefined;
    const block = parseBlock(event.clipboardData.getData("text/plain"));
    if (!isCell || at === undefined || block.length === 0 || !object.rights.update) {
      return;
    }
    event.preventDefault();
    const width = Math.max(...block.map((row) => row.length));
    const names = fields.slice(at.column, at.column + width).map((field) => field.name);
    const onto = block.map((_, index) => rows.idAt(at.row + index));
    const taken = block.filter((_, index) => onto[index] !== undefined);
    setPasted({
      ids: onto.flatMap((id) => id ?? []),
      block: { fields: names, cells: taken.map((row) => padded(row, names.length)) },
      leftOut: block.length - taken.length + width - names.length,
    });
  }

  const start = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const isFree = document.activeElement === document.body && !event.ctrlKey && !event.metaKey;
    const row = startRow(event.key, rows.count);
    if (isFree && row !== undefined && rows.count > 0) {
      event.preventDefault();
      setAt(at === undefined ? { row, column: 0 } : { ...at });
    }
  });
  useEffect(() => {
    window.addEventListener("keydown", start);
    return () => window.removeEventListener("keydown", start);
  }, []);

  return {
    object,
    at,
    /** Whether the row that one is at is there to be drawn. */
    isThere: record !== undefined,
    isEditing,
    selection,
    saves,
    peeked,
    pasted,
    go,
    edit,
    editNext,
    choose,
    press,
    paste,
    stopEditing: () => setEditing(false),
    endPeek: () => setPeeked(undefined),
    endPaste: () => setPasted(undefined),
    mayEdit: (field: FieldMeta) => mayEdit(object, field),
  };
}

function mayEdit(object: ObjectMeta, field: FieldMeta | undefined): boolean {
  return object.rights.update && field !== undefined && !field.readOnly;
}

/** Rows of a block can be of different lengths; what is missing is empty. */
function padded(row: string[], length: number): string[] {
  return Array.from({ length }, (_, index) => row[index] ?? "");
}
