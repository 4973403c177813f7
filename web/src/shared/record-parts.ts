import { type ComponentType, createContext, useContext } from "react";
import type { LayoutMeta, ObjectMeta } from "./meta";
import type { RecordData } from "./records";

export type PartProps = { object: ObjectMeta; record: RecordData };

/** What draws the tabs and cards that the metadata names; the application fills it. */
export type RecordParts = Record<string, ComponentType<PartProps>>;

export const RecordPartsContext = createContext<RecordParts>({});

export function useRecordParts(): RecordParts {
  return useContext(RecordPartsContext);
}

/** Tabs or cards as the layout has them; what it does not know comes last. */
export function arranged<T>(
  items: T[],
  nameOf: (item: T) => string,
  layout: LayoutMeta | null | undefined,
  what: "tabs" | "cards",
): T[] {
  const order = layout?.[what] ?? [];
  const hidden = (what === "tabs" ? layout?.hiddenTabs : layout?.hiddenCards) ?? [];
  const place = (item: T) => {
    const at = order.indexOf(nameOf(item));
    return at < 0 ? order.length : at;
  };
  return items
    .filter((item) => !hidden.includes(nameOf(item)))
    .toSorted((a, b) => place(a) - place(b));
}
