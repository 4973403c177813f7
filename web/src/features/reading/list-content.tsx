import { useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Board } from "@/features/board";
import { Calendar, lengthFieldOf } from "@/features/calendar";
import { type Grouping, groupsOptions, inOrder, measuresOf } from "@/features/grouping";
import type { ChangeList, ListState, SortKey } from "@/shared/list-state";
import { useIsPhone } from "@/shared/media";
import { type FieldMeta, type ObjectMeta, pathOf } from "@/shared/meta";
import type { ListQuery } from "@/shared/records";
import { GroupedTable } from "./grouped-table";
import { ListStates } from "./list-states";
import { useListWork } from "./list-work";
import { RecordCards } from "./record-cards";
import { RecordTable } from "./record-table";
import { useLongList } from "./use-long-list";

export type ContentProps = {
  object: ObjectMeta;
  columns: FieldMeta[];
  query: ListQuery;
  sort: SortKey[];
  state: ListState;
  onChange: ChangeList;
  onCreate: () => void;
};

/** Loading, failed or empty, whatever the list is drawn like. */
function useStates({ object, state, onChange, onCreate }: ContentProps) {
  return {
    object,
    isFiltered: state.filter !== undefined || state.q !== "",
    onCreate,
    onClear: () => onChange({ filter: undefined, q: "" }),
  };
}

function tableOf({ object, columns, query, sort, state, onChange }: ContentProps) {
  return {
    object,
    columns,
    sort,
    state,
    onSort: (next: (sort: SortKey[]) => SortKey[]) =>
      onChange((now) => ({ sort: next(now.sort.length > 0 ? now.sort : sort) })),
    onColumns: onChange,
    totals: {
      chosen: { filter: query.filter, q: query.q },
      measures: state.measures,
      onMeasures: (measures: string[]) => onChange({ measures }),
    },
  };
}

/** One record below the other. */
export function FlatList(props: ContentProps & { expected: number }) {
  const { object, columns, query, expected } = props;
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const states = useStates(props);
  const { rows, ...list } = useLongList({ path: pathOf(object), query }, expected);
  const { grid, selection, parts } = useListWork({ object, columns, query, rows });
  return (
    <>
      <ListStates {...states} list={list}>
        {list.hasFailed && (
          <Alert
            type="warning"
            showIcon
            title={t("reading.someMissing")}
            action={<Button onClick={list.refetch}>{t("shared.retry")}</Button>}
          />
        )}
        {isPhone ? (
          <RecordCards
            object={object}
            columns={columns}
            rows={rows}
            selection={selection}
            onRange={list.onRange}
          />
        ) : (
          <RecordTable
            {...tableOf(props)}
            grid={grid}
            rows={rows}
            isWhole={list.isWhole}
            isStale={list.isStale}
            onRange={list.onRange}
          />
        )}
      </ListStates>
      {parts}
    </>
  );
}

/** The records below the headers of their groups. */
export function GroupedList({ grouping, ...props }: ContentProps & { grouping: Grouping }) {
  const { object, query, state, onChange } = props;
  const { t } = useTranslation();
  const states = useStates(props);
  const measures = measuresOf(object, state.measures).map((measure) => measure.name);
  const list = useQuery(
    groupsOptions(pathOf(object), {
      filter: query.filter,
      q: query.q,
      by: [grouping.by],
      measures,
    }),
  );
  const groups = inOrder(list.data?.groups ?? [], grouping);
  const notice: ReactNode = list.data?.complete === false && (
    <Alert type="info" showIcon closable title={t("grouping.incomplete")} />
  );
  return (
    <ListStates {...states} list={{ ...list, isEmpty: groups.length === 0 }}>
      {notice}
      <GroupedTable
        {...tableOf(props)}
        grouping={grouping}
        groups={groups}
        query={query}
        isStale={list.isPlaceholderData}
        folded={state.folded}
        onFold={(folded) => onChange({ folded })}
      />
    </ListStates>
  );
}

/** The records as cards in columns. */
export function BoardList({ grouping, ...props }: ContentProps & { grouping: Grouping }) {
  const states = useStates(props);
  const { query, state } = props;
  return (
    <Board
      {...props}
      // Who chose no order has the cards where people have put them.
      query={state.sort.length > 0 ? query : { ...query, sort: undefined }}
      grouping={grouping}
      failed={(error, refetch) => (
        <ListStates
          {...states}
          list={{ isError: true, isPending: false, isEmpty: false, error, refetch }}
        >
          {null}
        </ListStates>
      )}
    />
  );
}

/** The records on their days. */
export function CalendarList({ field, ...props }: ContentProps & { field: FieldMeta }) {
  const { object, columns, query, state, onChange } = props;
  const states = useStates(props);
  const length = lengthFieldOf(object);
  const shown = new Set([...columns, field].map(({ name }) => name));
  if (length !== undefined) {
    shown.add(length);
  }
  return (
    <Calendar
      object={object}
      place={{ mode: state.mode, day: state.day }}
      onPlace={onChange}
      sources={[{ field, query: { ...query, sort: field.name, columns: [...shown].join(",") } }]}
      failed={(error, refetch) => (
        <ListStates
          {...states}
          list={{ isError: true, isPending: false, isEmpty: false, error, refetch }}
        >
          {null}
        </ListStates>
      )}
    />
  );
}
