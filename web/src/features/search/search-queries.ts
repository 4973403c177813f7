import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "@/shared/http";

export type Hit = {
  object: string;
  id: string;
  title: string;
  subtitle?: string | null;
  highlights?: [number, number][];
};

export function searchOptions(q: string, limit = 20, object?: string) {
  return queryOptions({
    queryKey: ["search", q, limit, object],
    queryFn: ({ signal }) => get<{ items: Hit[] }>("/api/search", { q, limit, object }, signal),
    enabled: q.trim() !== "",
    placeholderData: keepPreviousData,
  });
}
