import { useState } from "react";
import { useSession } from "@/features/access";
import { keepText } from "@/shared/kept";
import type { ObjectMeta } from "@/shared/meta";
import { isReference, type RecordData } from "@/shared/records";
import type { Values } from "./record-values";

/** What somebody changed and has not saved yet. */
export type Draft = { values: Values; version?: number };

/** Where drafts of one form lie: in this tab, for this person, until saved or thrown away. */
export type DraftPlace = {
  read: () => Draft | undefined;
  keep: (draft: Draft) => void;
  drop: () => void;
};

/** Unsaved work survives a reload, a lost session and a step back. */
export function useDraftPlace(
  object: ObjectMeta,
  record?: RecordData,
  presets: Values = {},
): DraftPlace {
  const { user } = useSession();
  const key = `kezhi.draft.${user.id}.${object.name}.${record?.id ?? `new${wordsOf(presets)}`}`;
  return {
    read: () => {
      const kept = sessionStorage.getItem(key);
      // Only this module writes under this key.
      return kept === null ? undefined : (JSON.parse(kept) as Draft);
    },
    keep: (draft) => keepText(sessionStorage, key, JSON.stringify(draft)),
    drop: () => sessionStorage.removeItem(key),
  };
}

/** Whether a form is open; where a draft waits, it opens by itself. */
export function useDrawer(object: ObjectMeta, record?: RecordData, presets?: Values) {
  const place = useDraftPlace(object, record, presets);
  return useState(() => place.read() !== undefined);
}

/** A text that is kept in this tab until it is cleared. */
export function useKeptText(name: string): [string, (text: string) => void] {
  const { user } = useSession();
  const key = `kezhi.text.${user.id}.${name}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? "");
  function change(next: string) {
    setText(next);
    if (next === "") {
      sessionStorage.removeItem(key);
    } else {
      keepText(sessionStorage, key, next);
    }
  }
  return [text, change];
}

function wordsOf(presets: Values): string {
  return Object.entries(presets)
    .map(([field, value]) => `.${field}=${isReference(value) ? value.id : String(value)}`)
    .join("");
}
