import { lazy } from "react";
import type { RecordPanels } from "@/shared/record-panels";

export const recordPanels: RecordPanels = {
  customer: {
    centre: lazy(async () => ({
      default: (await import("@/features/insight/value-card")).ValueCard,
    })),
  },
};
