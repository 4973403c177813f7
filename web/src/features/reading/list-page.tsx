import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { boardOf } from "@/features/board";
import { calendarOf } from "@/features/calendar";
import { ExportMenu } from "@/features/export";
import { groupingOf } from "@/features/grouping";
import { useViewedList, ViewBar, ViewNotice } from "@/features/view";
import { RecordDrawer, useDrawer } from "@/features/writing";
import { formatNumber } from "@/shared/format";
import { formatSort, parseSort } from "@/shared/list-state";
import { useIsPhone } from "@/shared/media";
import { fieldOf, type ObjectMeta, pathOf, useObjectAt } from "@/shared/meta";
import { PageHead } from "@/shared/page";
import { paths } from "@/shared/paths";
import { Problem } from "@/shared/problem";
import { type Count, countOptions, type ListQuery } from "@/shared/records";
import { ImportLink } from "./import-link";
import { BoardList, CalendarList, FlatList, GroupedList } from "./list-content";
import styles from "./list-page.module.css";
import { ListTools } from "./list-tools";
import { RecordTree } from "./record-tree";

const MOST_IN_A_TREE = 1000;

export function ListPage() {
  const { path = "" } = useParams();
  const object = useObjectAt(path);
  if (object === undefined) {
    throw new Problem(404, {});
  }
  return <ObjectList key={object.name} object={object} />;
}

function ObjectList({ object }: { object: ObjectMeta }) {
  const path = pathOf(object);
  const navigate = useNavigate();
  const [isCreating, setCreating] = useDrawer(object);
  const viewed = useViewedList(object);
  const { state, change } = viewed;
  const sort = state.sort.length > 0 ? state.sort : parseSort(object.defaultSort);
  const names = state.columns ?? object.defaultColumns;
  const columns = withTitleFirst(object, names).flatMap((name) => fieldOf(object, name) ?? []);
  const query: ListQuery = {
    filter: state.filter === undefined ? undefined : JSON.stringify(state.filter),
    sort: formatSort(sort),
    columns: columns.map((column) => column.name).join(","),
    q: state.q || undefined,
  };
  const count = useQuery(countOptions(path, { filter: query.filter, q: query.q }));
  const isPlain = query.filter === undefined && query.q === undefined && state.sort.length === 0;
  const isUsual = state.by === undefined && state.layout === "table";
  const treeField =
    isPlain && isUsual && (count.data?.total ?? 0) < MOST_IN_A_TREE ? object.treeField : undefined;
  const grouping = groupingOf(object, state.by);
  const board = state.layout === "board" ? boardOf(object, state.by) : undefined;
  const calendar = state.layout === "calendar" ? calendarOf(object, state.by) : undefined;
  const content = {
    object,
    columns,
    query,
    sort,
    state,
    onChange: change,
    onCreate: () => setCreating(true),
  };

  return (
    <div className={styles.page}>
      <PageHead
        title={object.pluralLabel}
        subtitle={
          <div className={styles.under}>
            <ViewBar object={object} viewed={viewed} />
            <CountWords count={count.data} />
          </div>
        }
        actions={<Actions object={object} query={query} onCreate={() => setCreating(true)} />}
      />
      <ViewNotice viewed={viewed} />
      <ListTools
        object={object}
        columns={columns}
        state={state}
        board={board}
        calendar={calendar}
        onChange={change}
      />
      {treeField ? (
        <RecordTree object={object} treeField={treeField} columns={columns} query={query} />
      ) : calendar !== undefined ? (
        <CalendarList {...content} field={calendar} />
      ) : board !== undefined ? (
        <BoardList {...content} grouping={board} />
      ) : grouping !== undefined ? (
        <GroupedList {...content} grouping={grouping} />
      ) : (
        <FlatList {...content} expected={count.data?.total ?? 0} />
      )}
      {isCreating && (
        <RecordDrawer
          object={object}
          onClose={() => setCreating(false)}
          onSaved={(record) => navigate(paths.record(path, record.id))}
        />
      )}
    </div>
  );
}

function CountWords({ count }: { count: Count | undefined }) {
  const { t } = useTranslation();
  if (count === undefined) {
    return null;
  }
  const total = formatNumber(count.total) + (count.totalIsExact ? "" : "+");
  return t("reading.count", { count: count.total, total });
}

type ActionsProps = { object: ObjectMeta; query: ListQuery; onCreate: () => void };

function Actions({ object, query, onCreate }: ActionsProps) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const { rights } = object;
  return (
    <>
      <ImportLink object={object} />
      {!isPhone && rights.export && <ExportMenu object={object} query={query} />}
      {rights.create && (
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden="true" />}
          aria-label={t("reading.new", { object: object.label })}
          onClick={onCreate}
        >
          {!isPhone && t("reading.new", { object: object.label })}
        </Button>
      )}
    </>
  );
}

/** The title leads: it is the sticky column and the link to the record. */
function withTitleFirst(object: ObjectMeta, names: string[]): string[] {
  return [object.titleField, ...names.filter((name) => name !== object.titleField)];
}
