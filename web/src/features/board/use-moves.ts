import { useState } from "react";
import { type Grouping, keyText, type Lane, type ShownLane, valueFor } from "@/features/grouping";
import { useRefresh, useUpdateRecord } from "@/features/writing";
import { announce } from "@/shared/announce";
import type { RecordData } from "@/shared/records";

type Move = { record: RecordData; to: Lane["key"] };

/** Cards stand where they were put at once; where the server says no, they go back and say why. */
export function useMoves(path: string, grouping: Grouping) {
  const [moves, setMoves] = useState<Move[]>([]);
  const update = useUpdateRecord(path);
  const refresh = useRefresh();
  const isMoving = (id: string) => moves.some(({ record }) => record.id === id);

  async function move(record: RecordData, to: Lane["key"]) {
    if (isMoving(record.id)) {
      return;
    }
    setMoves((known) => [...known, { record, to }]);
    try {
      const body = { [grouping.field.name]: valueFor(grouping, to) };
      await update.mutateAsync({ record, body });
    } catch (error) {
      announce(error);
      await refresh(path);
    }
    setMoves((known) => known.filter((other) => other.record.id !== record.id));
  }

  return { move, isMoving, shown: (lanes: ShownLane[]) => withMoves(lanes, moves) };
}

/** The lanes as they will be when the server has agreed. */
export function withMoves(lanes: ShownLane[], moves: Move[]): ShownLane[] {
  return lanes.map((lane) => {
    const here = moves.filter(({ to }) => keyText(to) === keyText(lane.key));
    const kept = lane.records.filter(({ id }) => !moves.some(({ record }) => record.id === id));
    const fresh = here.map(({ record }) => {
      return lane.records.find(({ id }) => id === record.id) ?? record;
    });
    const gone = lane.records.length - kept.length;
    return { ...lane, records: [...fresh, ...kept], total: lane.total - gone + fresh.length };
  });
}
