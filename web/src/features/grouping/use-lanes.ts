import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import type { ListQuery, RecordData } from "@/shared/records";
import { type Lane, lanesOptions, nextOptions } from "./group-queries";
import { type Grouping, keyText } from "./group-values";

type Props = {
  path: string;
  query: ListQuery;
  grouping: Grouping;
  /** Which lanes are asked for together; no keys are all that there can be. */
  batches: { keys?: Lane["key"][] }[];
};

export type ShownLane = {
  key: Lane["key"];
  total: number;
  totalIsExact: boolean;
  records: RecordData[];
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
};

/** The records of many groups: the first of each in few requests, more of one where it is asked. */
export function useLanes({ path, query, grouping, batches }: Props) {
  const identity = JSON.stringify([path, query, grouping.by]);
  const [further, setFurther] = useState<{ of: string; cursors: Record<string, string[]> }>();
  const cursors = further?.of === identity ? further.cursors : {};
  const firsts = useQueries({
    queries: batches.map((batch) => lanesOptions(path, { ...query, by: grouping.by, ...batch })),
  });
  const lanes = firsts.flatMap((first) => first.data ?? []);
  const wanted = lanes.flatMap((lane) =>
    (cursors[keyText(lane.key)] ?? []).map((cursor) => ({ key: lane.key, cursor })),
  );
  const pages = useQueries({
    queries: wanted.map(({ key, cursor }) =>
      nextOptions(path, { ...query, by: grouping.by, keys: [key], cursor }),
    ),
  });

  function shown(lane: Lane): ShownLane {
    const text = keyText(lane.key);
    const rest = wanted.flatMap(({ key }, index) => (keyText(key) === text ? [pages[index]] : []));
    const last = rest.at(-1);
    const next = rest.length === 0 ? lane.nextCursor : last?.data?.nextCursor;
    return {
      key: lane.key,
      total: lane.total,
      totalIsExact: lane.totalIsExact,
      records: [lane.records, ...rest.map((page) => page?.data?.items ?? [])].flat(),
      hasMore: Boolean(next) || last?.isPending === true,
      isLoadingMore: last?.isFetching ?? false,
      loadMore: () => {
        if (next) {
          const known = cursors[text] ?? [];
          setFurther({ of: identity, cursors: { ...cursors, [text]: [...known, next] } });
        }
      },
    };
  }

  return {
    lanes: lanes.map(shown),
    isPending: firsts.some((first) => first.isPending),
    failed: firsts.find((first) => first.isError),
  };
}
