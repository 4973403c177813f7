import { lazy } from "react";
import type { RecordPanels } from "@/shared/record-panels";

export const recordPanels: RecordPanels = {
  customer: {
    centre: lazy(async () => ({
      default: (await import("@/features/insight/value-card")).ValueCard,
    })),
  },
  order: {
    centre: lazy(async () => ({
      default: (await import("@/features/sales/order-lines")).OrderLines,
    })),
    covers: ["orderLine"],
  },
  role: {
    centre: lazy(async () => ({
      default: (await import("@/features/access/rights-editor")).RightsEditor,
    })),
  },
  user: {
    side: lazy(async () => ({
      default: (await import("@/features/access/user-access-panel")).UserAccessPanel,
    })),
  },
};
