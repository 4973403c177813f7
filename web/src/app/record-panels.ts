import { lazy } from "react";
import type { RecordPanels } from "@/shared/record-panels";

export const recordPanels: RecordPanels = {
  customer: {
    centre: lazy(async () => ({
      default: (await import("@/features/insight/value-card")).ValueCard,
    })),
    tab: {
      label: "network.title",
      panel: lazy(async () => ({
        default: (await import("@/features/network/network-tab")).NetworkTab,
      })),
    },
    covers: ["partyRelation"],
  },
  contact: {
    tab: {
      label: "network.title",
      panel: lazy(async () => ({
        default: (await import("@/features/network/network-tab")).PersonNetworkTab,
      })),
    },
    covers: ["partyRelation"],
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
