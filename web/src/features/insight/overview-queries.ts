import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Job } from "@/features/job";
import { get, request } from "@/shared/http";

export type Layer = "top" | "big" | "medium" | "small" | "inactive" | "prospect" | "suspect";
export type ActivityName = "A" | "B" | "W" | "C" | "N";

export type LayerFigures = {
  layer: Layer;
  customers: number;
  revenue: number;
  share?: number | null;
};

export type Move = { from: Layer; to: Layer; customers: number; revenue: number };
export type Cell = {
  r: number;
  f: number;
  customers: number;
  revenue: number;
  meanRevenue: number;
};
export type Month = { month: string } & Record<ActivityName, number>;

export type Overview = {
  asOf: string;
  run?: { id: string; number: number; finishedAt?: string | null; millis?: number | null } | null;
  previousAsOf: string;
  currency: string;
  totals: {
    lines: number;
    linesWithoutCustomer: number;
    customers: number;
    buyers: number;
    revenue: number;
    attributedRevenue: number;
    newBuyers?: number;
    newBuyersChange?: number | null;
    upRate?: number | null;
    downRate?: number | null;
  };
  pyramid: { by: string; layers: LayerFigures[]; migration: Move[] };
  rfm: {
    grid: Cell[];
    classes: { class: string; customers: number; revenue: number }[];
    segments: { segment: string; customers: number; revenue: number }[];
  };
  concentration: {
    gini?: number | null;
    top20Share?: number | null;
    curve: [number, number][];
    abc: { class: string; customers: number; revenue: number }[];
  };
  activity: { current: { class: string; customers: number }[]; months: Month[] };
  stages: { stage: string; customers: number }[];
};

export function overviewOptions(unit?: string) {
  return queryOptions({
    queryKey: ["value", "overview", unit],
    queryFn: ({ signal }) => get<Overview>("/api/value/overview", { unit }, signal),
  });
}

export function useRunValue() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<Job>("POST", "/api/value/runs", { body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["jobs"] }),
  });
}
