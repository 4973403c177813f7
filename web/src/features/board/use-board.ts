import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Grouping, groupWords, keyText, type ShownLane } from "@/features/grouping";
import type { ObjectMeta } from "@/shared/meta";
import { pathOf } from "@/shared/meta";
import { type RecordData, titleOf } from "@/shared/records";
import { useMoves } from "./use-moves";

type Props = {
  object: ObjectMeta;
  grouping: Grouping;
  lanes: ShownLane[];
  hidden: string[];
  /** Whether cards stand as people have put them, not in an order by fields. */
  byHand: boolean;
};

/** The columns of a board, and what is done to its cards whichever way somebody moves them. */
export function useBoard({ object, grouping, lanes, hidden, byHand }: Props) {
  const { t } = useTranslation();
  const [taken, setTaken] = useState<{ id: string; words: string }>();
  const moves = useMoves(pathOf(object), grouping);
  const all = moves.shown(lanes).filter((lane) => lane.total > 0 || isOffered(grouping, lane));
  const shown = all.filter((lane) => !hidden.includes(keyText(lane.key)));
  const mayChange = object.rights.update;
  const mayMove = mayChange && !grouping.field.readOnly;
  const places = mayMove
    ? all
        .filter((lane) => isOffered(grouping, lane))
        .map(({ key }) => ({ key: keyText(key), label: groupWords(grouping, key) }))
    : [];
  const laneWith = (id: string) =>
    all.find((lane) => lane.records.some((record) => record.id === id));
  const laneAt = (key: string) => all.find((lane) => keyText(lane.key) === key);

  /** Puts a card into a column and, where one says so, at a place among the others there. */
  function put(id: string, key: string, index?: number) {
    const [from, to] = [laneWith(id), laneAt(key)];
    const record = from?.records.find((known) => known.id === id);
    if (from === undefined || to === undefined || record === undefined) {
      return;
    }
    const isElsewhere = from !== to;
    const others = to.records.filter((other) => other.id !== id).map((other) => other.id);
    const above = byHand && index !== undefined ? others.slice(0, index) : undefined;
    const isPut = above !== undefined && from.records.indexOf(record) !== above.length;
    if (isElsewhere ? !places.some((place) => place.key === key) : !(mayChange && isPut)) {
      return;
    }
    moves.move({ record, to: to.key, above }, isElsewhere);
    setTaken({ id, words: words(record, to, isElsewhere ? undefined : above) });
  }

  function words(record: RecordData, to: ShownLane, above: string[] | undefined): string {
    const name = titleOf(record, object.titleField);
    return above === undefined
      ? t("board.moved", { name, lane: groupWords(grouping, to.key) })
      : t("board.placed", { name, position: above.length + 1, count: to.records.length });
  }

  /** To the column beside, or so many cards down in its own. */
  function take(id: string, across: number, down: number) {
    const open = shown.filter((lane) => places.some(({ key }) => key === keyText(lane.key)));
    const lane = laneWith(id);
    const to = lane && open[open.indexOf(lane) + across];
    if (lane !== undefined && down !== 0) {
      const at = lane.records.findIndex((record) => record.id === id);
      put(id, keyText(lane.key), Math.min(Math.max(at + down, 0), lane.records.length - 1));
    } else if (to !== undefined && to !== lane && open.includes(lane as ShownLane)) {
      put(id, keyText(to.key));
    }
  }

  return {
    all,
    shown,
    places,
    mayOrder: byHand && mayChange,
    mayDrag: mayMove || (byHand && mayChange),
    isMoving: moves.isMoving,
    taken,
    put,
    take,
  };
}

/** Choices that are no longer offered, and none where one is required, show only what they have. */
function isOffered({ field }: Grouping, { key }: ShownLane): boolean {
  const option = field.options?.find(({ value }) => value === key);
  return key === null ? !field.required : option !== undefined && option.retired !== true;
}
