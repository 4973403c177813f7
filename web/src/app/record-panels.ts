import type { RecordPanels } from "@/shared/record-panels";

export const recordPanels: RecordPanels = {};
