import { lazy } from "react";
import { Files } from "@/features/file";
import { History, Timeline } from "@/features/history";
import type { RecordParts } from "@/shared/record-parts";

/** What draws the parts of record pages, by the names that the metadata has for them. */
export const recordParts: RecordParts = {
  timeline: Timeline,
  files: Files,
  history: History,
  value: lazy(async () => ({
    default: (await import("@/features/insight/value-card")).ValueCard,
  })),
  lines: lazy(async () => ({
    default: (await import("@/features/sales/order-lines")).OrderLines,
  })),
  network: lazy(async () => ({
    default: (await import("@/features/network/network-tab")).NetworkTab,
  })),
  rights: lazy(async () => ({
    default: (await import("@/features/access/rights-editor")).RightsEditor,
  })),
  access: lazy(async () => ({
    default: (await import("@/features/access/user-access-panel")).UserAccessPanel,
  })),
};
