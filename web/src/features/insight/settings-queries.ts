import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { get, request } from "@/shared/http";

export type ValueSettings = {
  asOf: { mode: "today" | "lastSale" | "fixed"; day?: string | null };
  windowMonths: number;
  migrationMonths: number;
  countFrom: "confirmed" | "shipped" | "delivered" | "paid";
  scoring: {
    method: "quantile" | "bands";
    recencyDays: number[];
    frequency: number[];
    monetary: number[];
  };
  layers: { top: number; big: number; medium: number };
  revenueClasses: { a: number; b: number };
  activity: { months: number; newMonths: number; gap: number; lostMonths: number };
  stage: {
    newDays: number;
    minPurchases: number;
    months: number;
    growth: number;
    decline: number;
  };
};

export function settingsOptions() {
  return queryOptions({
    queryKey: ["value", "settings"],
    queryFn: ({ signal }) => get<ValueSettings>("/api/value/settings", undefined, signal),
  });
}

export function useSaveSettings() {
  const client = useQueryClient();
  return useMutation({
    meta: { showsProblem: true },
    mutationFn: (body: ValueSettings) => request<void>("PUT", "/api/value/settings", { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["value", "settings"] }),
  });
}
