import { useState } from "react";
import {
  type Group,
  type Grouping,
  keyOf,
  keyText,
  type Lane,
  useLanes,
} from "@/features/grouping";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import type { ListQuery } from "@/shared/records";
import { groupedItems } from "./grouped-items";

type Props = {
  object: ObjectMeta;
  grouping: Grouping;
  groups: Group[];
  query: ListQuery;
  folded: string[];
  onFold: (folded: string[]) => void;
};

const TOGETHER = 12;

/** Groups and their records; those of a group are asked for when it comes in sight. */
export function useGroupedRows({ object, grouping, groups, query, folded, onFold }: Props) {
  const [seen, setSeen] = useState<Lane["key"][]>([]);
  const keys = groups.map((group) => keyOf(group.key[grouping.by] ?? null));
  const wanted = keys.filter((key) => seen.includes(key) && !folded.includes(keyText(key)));
  const { lanes } = useLanes({
    path: pathOf(object),
    query,
    grouping,
    batches: batchesOf(keys, wanted),
  });
  const items = groupedItems(groups, keys, folded, lanes);
  return {
    items,
    isShut: (key: Lane["key"]) => folded.includes(keyText(key)),
    toggle: (key: Lane["key"]) => {
      const text = keyText(key);
      const isShut = folded.includes(text);
      onFold(isShut ? folded.filter((known) => known !== text) : [...folded, text]);
    },
    onRange: (first: number, last: number) => {
      const near = items.slice(first, last + 1).map((item) => item.key);
      const fresh = near.filter((key) => !seen.includes(key));
      if (fresh.length > 0) {
        setSeen([...seen, ...new Set(fresh)]);
      }
    },
  };
}

/** Neighbours are asked for together, always the same ones, so that few requests fetch them. */
function batchesOf(keys: Lane["key"][], wanted: Lane["key"][]): { keys: Lane["key"][] }[] {
  const batches: { keys: Lane["key"][] }[] = [];
  for (let start = 0; start < keys.length; start += TOGETHER) {
    const batch = keys.slice(start, start + TOGETHER);
    if (batch.some((key) => wanted.includes(key))) {
      batches.push({ keys: batch });
    }
  }
  return batches;
}
