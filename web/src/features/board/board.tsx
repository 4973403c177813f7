import { useQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Grouping,
  groupsOptions,
  groupWords,
  keyOf,
  keyText,
  measuresOf,
  type ShownLane,
  useLanes,
} from "@/features/grouping";
import type { ListState } from "@/shared/list-state";
import { type FieldMeta, type ObjectMeta, pathOf } from "@/shared/meta";
import type { ListQuery, RecordData } from "@/shared/records";
import { titleOf } from "@/shared/records";
import styles from "./board.module.css";
import { pressOnBoard } from "./board-keys";
import { BoardLane } from "./board-lane";
import { useMoves } from "./use-moves";

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
  const [taken, setTaken] = useState<{ id: string; words: string }>();
  const lanes = useLanes({ path, query, grouping, batches: ALL });
  const moves = useMoves(path, grouping);
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

  const all = moves
    .shown(lanes.lanes)
    .filter((lane) => lane.total > 0 || isOffered(grouping, lane));
  const shown = all.filter((lane) => !state.hidden.includes(keyText(lane.key)));
  const mayMove = object.rights.update && !grouping.field.readOnly;
  const places = mayMove
    ? all
        .filter((lane) => isOffered(grouping, lane))
        .map(({ key }) => ({ key: keyText(key), label: groupWords(grouping, key) }))
    : [];

  function put(record: RecordData, place: string) {
    const from = all.find((lane) => lane.records.some(({ id }) => id === record.id));
    const to = all.find((lane) => keyText(lane.key) === place);
    if (from !== undefined && to !== undefined && from !== to && places.length > 0) {
      const name = titleOf(record, object.titleField);
      const words = t("board.moved", { name, lane: groupWords(grouping, to.key) });
      moves.move(record, to.key);
      setTaken({ id: record.id, words });
    }
  }

  function find(id: string): RecordData | undefined {
    return all.flatMap((lane) => lane.records).find((record) => record.id === id);
  }

  function take(id: string, step: number) {
    const open = shown.filter((lane) => places.some(({ key }) => key === keyText(lane.key)));
    const at = open.findIndex((lane) => lane.records.some((record) => record.id === id));
    const [record, to] = [find(id), open[at + step]];
    if (at >= 0 && record !== undefined && to !== undefined) {
      put(record, keyText(to.key));
    }
  }

  const fields = columns.filter(
    (field) => field.name !== object.titleField && field.name !== grouping.field.name,
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: the cards in it have the focus
    // biome-ignore lint/a11y/noStaticElementInteractions: the cards in it have the focus
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
          isMoving={moves.isMoving}
          onMove={put}
          onDropped={(id) => {
            const record = find(id);
            if (record !== undefined) {
              put(record, keyText(lane.key));
            }
          }}
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
  );
}

/** Choices that are no longer offered, and none where one is required, show only what they have. */
function isOffered({ field }: Grouping, { key }: ShownLane): boolean {
  const option = field.options?.find(({ value }) => value === key);
  return key === null ? !field.required : option !== undefined && option.retired !== true;
}

function toggled(keys: string[], key: string): string[] {
  return keys.includes(key) ? keys.filter((known) => known !== key) : [...keys, key];
}
