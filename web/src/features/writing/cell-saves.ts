import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type FieldMeta, type ObjectMeta, pathOf } from "@/shared/meta";
import { isProblem } from "@/shared/problem";
import { fieldValue, type Page, type RecordData, recordKeys, updateRecord } from "@/shared/records";
import { isSame, type Values } from "./record-values";

/** What became of the last change of a cell. */
export type CellState = {
  state: "pending" | "saved" | "error";
  value: unknown;
  message?: string;
};

export type CellConflict = { base: RecordData; current: RecordData; mine: Values };

const SHOWN_SAVED = 1600;

/** Saves cells of a list where they stand; the changes of one record wait for each other. */
export function useCellSaves(object: ObjectMeta) {
  const client = useQueryClient();
  const path = pathOf(object);
  const [cells, setCells] = useState<Record<string, CellState>>({});
  const [conflict, setConflict] = useState<CellConflict>();
  const queue = useRef(new Map<string, Promise<RecordData>>());

  function mark(key: string, state: CellState | undefined) {
    setCells(({ [key]: _, ...others }) =>
      state === undefined ? others : { ...others, [key]: state },
    );
  }

  /** Puts what was saved into the lists, which stay as they are otherwise. */
  function show(saved: RecordData) {
    client.setQueryData(recordKeys.one(path, saved.id), saved);
    const pages = [...recordKeys.all(path), "page"];
    client.setQueriesData({ queryKey: pages }, (known: Known | undefined) => merged(known, saved));
    client.invalidateQueries({ queryKey: pages, refetchType: "none" });
    client.invalidateQueries({
      queryKey: ["records"],
      predicate: ({ queryKey }) => queryKey[1] !== path || queryKey[2] !== "page",
    });
  }

  async function save(record: RecordData, field: FieldMeta, value: unknown) {
    const key = keyOf(record.id, field.name);
    if (isSame(fieldValue(record, field.name), value)) {
      mark(key, undefined);
      return;
    }
    const mine = { [field.name]: value };
    mark(key, { state: "pending", value });
    const before = queue.current.get(record.id) ?? Promise.resolve(record);
    const saving = before.catch(() => record).then((last) => updateRecord(path, last, mine));
    queue.current.set(record.id, saving);
    try {
      const saved = await saving;
      show(saved);
      mark(key, { state: "saved", value });
      setTimeout(() => mark(key, undefined), SHOWN_SAVED);
    } catch (error) {
      queue.current.delete(record.id);
      if (isProblem(error, 412) && error.current !== undefined) {
        mark(key, undefined);
        setConflict({ base: record, current: { ...record, ...error.current }, mine });
      } else {
        mark(key, { state: "error", value, message: wordsOf(error) });
      }
    }
  }

  return {
    save,
    show,
    conflict,
    endConflict: () => setConflict(undefined),
    stateOf: (id: string, name: string): CellState | undefined => cells[keyOf(id, name)],
    forget: (id: string, name: string) => mark(keyOf(id, name), undefined),
  };
}

export type CellSaves = ReturnType<typeof useCellSaves>;

type Known = Page<RecordData>;

function merged(known: Known | undefined, saved: RecordData): Known | undefined {
  if (known === undefined || saved.version === undefined) {
    return known;
  }
  const put = (item: RecordData) => (item.id === saved.id ? { ...item, ...saved } : item);
  return { ...known, items: known.items.map(put) };
}

function keyOf(id: string, name: string): string {
  return `${id} ${name}`;
}

function wordsOf(error: unknown): string {
  if (!isProblem(error)) {
    return String(error);
  }
  return error.errors[0]?.message ?? error.detail ?? error.title;
}
