import type { ParseKeys } from "i18next";
import { type ComponentType, createContext, useContext } from "react";
import type { RecordData } from "./records";

export type PanelProps = { record: RecordData };
export type RecordPanels = Record<
  string,
  {
    header?: ComponentType<PanelProps>;
    centre?: ComponentType<PanelProps>;
    side?: ComponentType<PanelProps>;
    /** Stands beside the timeline, the files and the changes. */
    tab?: { label: ParseKeys; panel: ComponentType<PanelProps> };
    /** Kinds of record that these panels show, so that no list of them is needed. */
    covers?: string[];
  }
>;

/** What single features add to the page of one object type; the application fills it. */
export const RecordPanelsContext = createContext<RecordPanels>({});

export function useRecordPanels(object: string): RecordPanels[string] {
  return useContext(RecordPanelsContext)[object] ?? {};
}
