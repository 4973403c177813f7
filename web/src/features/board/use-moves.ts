import { useState } from "react";
import { type Grouping, keyText, type Lane, type ShownLane, valueFor } from "@/features/grouping";
import { useRefresh, useUpdateRecord } from "@/features/writing";
import { announce } from "@/shared/announce";
import { request } from "@/shared/http";
import type { RecordData } from "@/shared/records";

/** A card on its way to a column; below these others, where it was put among them. */
export type Move = { record: RecordData; to: Lane["key"]; above: string[] | undefined };

/** Cards stand where they were put at once; where the server says no, they go back and say why. */
export function useMoves(path: string, grouping: Grouping) {
  const [moves, setMoves] = useState<Move[]>([]);
  const update = useUpdateRecord(path);
  const refresh = useRefresh();
  const isMoving = (id: string) => moves.some(({ record }) => record.id === id);

  async function send({ record, to, above }: Move, isElsewhere: boolean) {
    if (isElsewhere) {
      const body = { [grouping.field.name]: valueFor(grouping, to) };
      await update.mutateAsync({ record, body });
    }
    if (above !== undefined) {
      await request<void>("PUT", `/api/${path}/${record.id}/place`, { body: { above } });
      await refresh(path);
    }
  }

  async function move(wanted: Move, isElsewhere: boolean) {
    const { record } = wanted;
    if (isMoving(record.id)) {
      return;
    }
    setMoves((known) => [...known, wanted]);
    try {
      await send(wanted, isElsewhere);
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
    const gone = lane.records.length - kept.length;
    const records = here.reduceRight((shown, { record, above }) => {
      const fresh = lane.records.find(({ id }) => id === record.id) ?? record;
      return shown.toSpliced(placeBelow(shown, above), 0, fresh);
    }, kept);
    return { ...lane, records, total: lane.total - gone + here.length };
  });
}

function placeBelow(records: RecordData[], above: string[] | undefined): number {
  return records.findLastIndex(({ id }) => above?.includes(id)) + 1;
}
