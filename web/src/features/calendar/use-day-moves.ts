import { useState } from "react";
import { useRefresh, useUpdateRecord } from "@/features/writing";
import { announce } from "@/shared/announce";
import { formatTime, instantAt } from "@/shared/format";
import type { FieldMeta } from "@/shared/meta";
import { fieldValue } from "@/shared/records";
import type { DayContent, Placed } from "./use-days";

type Move = Placed & { to: string };

/** Records stand on the day where they were put at once; where the server says no, they go back. */
export function useDayMoves(path: string) {
  const [moves, setMoves] = useState<Move[]>([]);
  const update = useUpdateRecord(path);
  const refresh = useRefresh();

  async function move({ record, field }: Placed, to: string) {
    if (moves.some((known) => known.record.id === record.id)) {
      return;
    }
    setMoves((known) => [...known, { record, field, to }]);
    try {
      const body = { [field.name]: valueOn(field, fieldValue(record, field.name), to) };
      await update.mutateAsync({ record, body });
      await refresh(path);
    } catch (error) {
      announce(error);
      await refresh(path);
    }
    setMoves((known) => known.filter((other) => other.record.id !== record.id));
  }

  return { move, shown: (content: Map<string, DayContent>) => withMoves(content, moves) };
}

/** A moment keeps its time of the day. */
export function valueOn(field: FieldMeta, value: unknown, day: string): string {
  const isMoment = field.kind === "instant" && typeof value === "string";
  return isMoment ? instantAt(day, formatTime(value)) : day;
}

/** The days as they will be when the server has agreed. */
export function withMoves(content: Map<string, DayContent>, moves: Move[]) {
  const isGone = ({ record }: Placed) => moves.some((move) => move.record.id === record.id);
  return new Map(
    [...content].map(([day, { items, total }]) => {
      const kept = items.filter((item) => !isGone(item));
      const come = moves.filter(({ to }) => to === day);
      return [
        day,
        { items: [...kept, ...come], total: total - (items.length - kept.length) + come.length },
      ];
    }),
  );
}
