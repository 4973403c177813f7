import { useQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Grouping,
  groupsOptions,
  keyOf,
  keyText,
  measuresOf,
  useLanes,
} from "@/features/grouping";
import type { ListState } from "@/shared/list-state";
import { useIsPhone } from "@/shared/media";
import { type FieldMeta, type ObjectMeta, pathOf } from "@/shared/meta";
import type { ListQuery } from "@/shared/records";
import styles from "./board.module.css";
import { pressOnBoard } from "./board-keys";
import { BoardLane } from "./board-lane";
import type { DropPlace } from "./drop-place";
import { LanePicker } from "./lane-picker";
import { useBoard } from "./use-board";
import { useTouchDrag } from "./use-touch-drag";

type Props = {
  object: ObjectMeta;
  grouping: Grouping;
  columns: FieldMeta[];
  query: ListQuery;
  state: ListState;
  onChange: (change: Partial<ListState>) => void;
  failed: (error: Error, retry: () => void) => ReactNode;
};

const ALL = [{}];

/** The records as cards in the columns of a choice. All first cards come with one request. */
export function Board({ object, grouping, columns, query, state, onChange, failed }: Props) {
  const { t } = useTranslation();
  const path = pathOf(object);
  const board = useRef<HTMLDivElement>(null);
  const [target, setTarget] = useState<DropPlace>();
  const isPhone = useIsPhone();
  const lanes = useLanes({ path, query, grouping, batches: ALL });
  const { all, shown, places, taken, put, take, ...may } = useBoard({
    object,
    grouping,
    lanes: lanes.lanes,
    hidden: state.hidden,
    byHand: query.sort === undefined,
  });
  const [measure] = measuresOf(object, state.measures);
  const groups = useQuery({
    ...groupsOptions(path, {
      filter: query.filter,
      q: query.q,
      by: [grouping.by],
      measures: measure === undefined ? [] : [measure.name],
    }),
    enabled: measure !== undefined,
  });

  function drop(id: string, place: DropPlace) {
    setTarget(undefined);
    put(id, place.lane, place.index);
  }

  useTouchDrag({
    board,
    isOn: !lanes.isPending && may.mayDrag,
    onOver: setTarget,
    onDrop: drop,
  });
  useEffect(() => {
    if (taken !== undefined) {
      board.current?.querySelector<HTMLElement>(`[data-card="${taken.id}"]`)?.focus();
    }
  }, [taken]);

  if (lanes.failed !== undefined) {
    const { error, refetch } = lanes.failed;
    return failed(error, refetch);
  }
  if (lanes.isPending) {
    return <Skeleton active title={false} paragraph={{ rows: 10, width: "100%" }} />;
  }

  const fields = columns.filter(
    (field) => field.name !== object.titleField && field.name !== grouping.field.name,
  );
  return (
    <>
      {isPhone && <LanePicker board={board} grouping={grouping} lanes={shown} />}
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: the cards in it have the focus */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the cards in it have the focus */}
      <div ref={board} className={styles.board} onKeyDown={(event) => pressOnBoard(event, take)}>
        {shown.map((lane) => (
          <BoardLane
            key={keyText(lane.key)}
            object={object}
            grouping={grouping}
            fields={fields}
            lane={lane}
            places={places}
            measure={measure}
            group={groups.data?.groups.find((group) => {
              return keyOf(group.key[grouping.by] ?? null) === lane.key;
            })}
            isShut={state.folded.includes(keyText(lane.key))}
            mayDrag={may.mayDrag}
            mayOrder={may.mayOrder}
            target={target?.lane === keyText(lane.key) ? target.index : undefined}
            isMoving={may.isMoving}
            onMove={put}
            onOver={setTarget}
            onDropped={drop}
            onMeasure={(name) => onChange({ measures: name === undefined ? [] : [name] })}
            onFold={() => onChange({ folded: toggled(state.folded, keyText(lane.key)) })}
            onHide={() => onChange({ hidden: toggled(state.hidden, keyText(lane.key)) })}
          />
        ))}
        {shown.length < all.length && (
          <Button
            type="text"
            className={styles.showAll ?? ""}
            onClick={() => onChange({ hidden: [] })}
          >
            {t("board.showHidden", { count: all.length - shown.length })}
          </Button>
        )}
        <div role="status" className="visually-hidden">
          {taken?.words}
        </div>
      </div>
    </>
  );
}

function toggled(keys: string[], key: string): string[] {
  return keys.includes(key) ? keys.filter((known) => known !== key) : [...keys, key];
}
