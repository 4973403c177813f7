import { keepText } from "@/shared/kept";
import type { Hit } from "./search-queries";

const KEY = "kezhi.recent";
const KEPT = 8;

export function recentHits(): Hit[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

export function rememberHit(hit: Hit): void {
  const { highlights: _, ...plain } = hit;
  const others = recentHits().filter((old) => old.id !== hit.id);
  keepText(localStorage, KEY, JSON.stringify([plain, ...others].slice(0, KEPT)));
}
