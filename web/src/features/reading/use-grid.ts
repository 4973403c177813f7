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

export type Place = { row: number; column: number };

/** A copied block and the records and fields that it was put onto. */
export type Pasted = {
  ids: string[];
  block: { fields: string[]; cells: string[][] };
  leftOut: number;
};

type Props = {
  object: ObjectMeta;
  fields: FieldMeta[];
  /** The rows of the table; those that are no records are left empty. */
  rows: (RecordData | undefined)[];
  selection: Selection;
  saves: CellSaves;
  onOpen: (record: RecordData) => void;
  onDelete: () => void;
};

export type Grid = ReturnType<typeof useGrid>;

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  k: [-1, 0],
  ArrowDown: [1, 0],
  j: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Which cell of a table one is at, and what keys, the clipboard and the mouse do there. */
export function useGrid({ object, fields, rows, selection, saves, ...on }: Props) {
  const [at, setAt] = useState<Place>();
  const [isEditing, setEditing] = useState(false);
  const [peeked, setPeeked] = useState<RecordData>();
  const [pasted, setPasted] = useState<Pasted>();
  const [anchor, setAnchor] = useState<number>();
  const record = at && rows[at.row];

  function go(place: Place) {
    setAt(place);
    setEditing(false);
  }

  function edit(place: Place) {
    setAt(place);
    setEditing(mayEdit(object, fields[place.column]));
  }

  function move([down, across]: [number, number], selects: boolean) {
    if (at === undefined) {
      return;
    }
    let row = at.row + down;
    while (rows[row] === undefined && row > 0 && row < rows.length - 1) {
      row += down;
    }
    const column = Math.min(Math.max(at.column + across, 0), fields.length - 1);
    const next = rows[row];
    if (next !== undefined) {
      go({ row, column });
      if (selects && record !== undefined) {
        selection.add([record.id, next.id]);
      }
    }
  }

  /** Takes the range from the row that was chosen last, or one row. */
  function choose(row: number, isRange: boolean) {
    const from = isRange ? (anchor ?? row) : row;
    const between = rows.slice(Math.min(from, row), Math.max(from, row) + 1);
    const ids = between.flatMap((each) => each?.id ?? []);
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
    const hasControl = event.ctrlKey || event.metaKey;
    if (!isCell || event.altKey || (hasControl && event.key !== "a")) {
      return;
    }
    const step = STEPS[event.key];
    const act = hasControl ? selection.chooseAll : actionOf(event.key);
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
    const onto = rows.slice(at.row, at.row + block.length);
    const taken = block.filter((_, index) => onto[index] !== undefined);
    setPasted({
      ids: onto.flatMap((row) => row?.id ?? []),
      block: { fields: names, cells: taken.map((row) => padded(row, names.length)) },
      leftOut: block.length - taken.length + width - names.length,
    });
  }

  const start = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const isFree = document.activeElement === document.body && !event.ctrlKey && !event.metaKey;
    if (isFree && (event.key === "j" || event.key === "k" || event.key === "ArrowDown")) {
      event.preventDefault();
      setAt(at === undefined ? { row: 0, column: 0 } : { ...at });
    }
  });
  useEffect(() => {
    window.addEventListener("keydown", start);
    return () => window.removeEventListener("keydown", start);
  }, []);

  return {
    object,
    at,
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
