import { useState } from "react";

export type Selection = ReturnType<typeof useSelection>;

type Chosen = { list: string; ids: ReadonlySet<string>; all: boolean };

const NONE: ReadonlySet<string> = new Set();

/**
 * The records that are selected in a list: some by name, or all that its filter leaves. Another
 * filter is another list, with nothing selected.
 */
export function useSelection(list: string) {
  const [kept, setKept] = useState<Chosen>({ list, ids: NONE, all: false });
  const [isOn, setOn] = useState(false);
  const { ids, all } = kept.list === list ? kept : { ids: NONE, all: false };

  function put(next: Iterable<string>) {
    setKept({ list, ids: new Set(next), all: false });
  }

  return {
    ids,
    all,
    /** Whether a touch selects, as it does on a phone once somebody wants to. */
    isOn: isOn || all || ids.size > 0,
    turnOn: () => setOn(true),
    has: (id: string) => all || ids.has(id),
    toggle: (id: string) =>
      put(ids.has(id) ? [...ids].filter((known) => known !== id) : [...ids, id]),
    add: (more: string[]) => put([...ids, ...more]),
    chooseAll: () => setKept({ list, ids: NONE, all: true }),
    clear: () => {
      setKept({ list, ids: NONE, all: false });
      setOn(false);
    },
  };
}
