import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Skeleton, Tabs } from "antd";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { FileDropPage, Files, filesOptions } from "@/features/file";
import { History, Timeline } from "@/features/history";
import { MergedNotice } from "@/features/merge";
import { byRank, type ObjectMeta, pathOf, useObjectAt } from "@/shared/meta";
import { PageSkeleton, Panel } from "@/shared/page";
import { Problem } from "@/shared/problem";
import { useRecordPanels } from "@/shared/record-panels";
import { type RecordData, recordOptions } from "@/shared/records";
import { Facts } from "./facts";
import { RecordHeader } from "./record-header";
import styles from "./record-page.module.css";
import { relatedOptions } from "./record-queries";
import { RelatedPanel } from "./related-panel";

export function RecordPage() {
  const { path = "", id = "" } = useParams();
  const object = useObjectAt(path);
  if (object === undefined) {
    throw new Problem(404, {});
  }
  return (
    <Suspense fallback={<PageSkeleton />} key={id}>
      <OneRecord object={object} id={id} />
    </Suspense>
  );
}

function OneRecord({ object, id }: { object: ObjectMeta; id: string }) {
  const { data: record } = useSuspenseQuery(recordOptions(pathOf(object), id));
  const { centre: Centre, side: Side, covers = [] } = useRecordPanels(object.name);
  const hasSide =
    object.related.some((list) => !covers.includes(list.object)) || Side !== undefined;
  return (
    <div className={styles.page}>
      <RecordHeader object={object} record={record} />
      <MergedNotice object={object} record={record} />
      <div className={hasSide ? styles.columns : `${styles.columns} ${styles.two}`}>
        <div className={styles.left}>
          <Facts object={object} record={record} />
        </div>
        <div className={styles.centre}>
          {Centre !== undefined && (
            <Suspense fallback={<Panel>{null}</Panel>}>
              <Centre record={record} />
            </Suspense>
          )}
          <Activity object={object} record={record} />
        </div>
        {hasSide && (
          <div className={styles.right}>
            {Side !== undefined && (
              <Suspense fallback={<Panel>{null}</Panel>}>
                <Side record={record} />
              </Suspense>
            )}
            <RelatedPanels object={object} record={record} />
          </div>
        )}
      </div>
    </div>
  );
}

type Props = { object: ObjectMeta; record: RecordData };

/** The tabs that a layout places. */
const ARRANGED = ["timeline", "history"];

function Activity({ object, record }: Props) {
  const { t } = useTranslation();
  const [tab, setTab] = useState("timeline");
  const attached = useQuery(filesOptions(pathOf(object), record.id));
  const count = attached.data?.items.length;
  const hasTimeline = object.timeline.length > 0;
  const { tab: Own } = useRecordPanels(object.name);
  const timeline = {
    key: "timeline",
    label: t("history.timeline"),
    children: <Timeline object={object} record={record} />,
  };
  const history = {
    key: "history",
    label: t("history.title"),
    children: <History object={object} record={record} />,
  };
  const files = {
    key: "files",
    label: count ? t("file.tab", { count }) : t("file.title"),
    children: <Files object={object} record={record} />,
  };
  const own = Own && {
    key: "own",
    label: t(Own.label),
    children: (
      <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 4 }} />}>
        <Own.panel record={record} />
      </Suspense>
    ),
  };
  const tabs = arranged(
    [hasTimeline && timeline, own, files, history].filter(
      (tab) => tab !== undefined && tab !== false,
    ),
    object,
  );
  return (
    <Panel>
      <Tabs
        size="small"
        activeKey={tabs.some(({ key }) => key === tab) ? tab : (tabs[0]?.key ?? "")}
        onChange={setTab}
        destroyOnHidden
        className={styles.tabs ?? ""}
        items={tabs}
      />
      <FileDropPage object={object} record={record} onDrop={() => setTab("files")} />
    </Panel>
  );
}

/** As the layout has it: what it does not know stays where it is. */
function arranged<T extends { key: string }>(tabs: T[], { layout }: ObjectMeta): T[] {
  const order = layout?.tabs ?? [];
  const shown = tabs.filter(({ key }) => !layout || order.includes(key) || !ARRANGED.includes(key));
  const place = ({ key }: T) => (order.includes(key) ? order.indexOf(key) : order.length);
  return shown.length === 0 ? tabs : shown.toSorted((a, b) => place(a) - place(b));
}

function cardsOf(object: ObjectMeta, lists: ObjectMeta["related"]): ObjectMeta["related"] {
  const { cards = [], hiddenCards = [] } = object.layout ?? {};
  const keyOf = (list: ObjectMeta["related"][number]) => `${list.object}.${list.field}`;
  const place = (key: string) => (cards.includes(key) ? cards.indexOf(key) : cards.length);
  return byRank(lists, (list) => list.object)
    .filter((list) => !hiddenCards.includes(keyOf(list)))
    .toSorted((a, b) => place(keyOf(a)) - place(keyOf(b)));
}

function RelatedPanels({ object, record }: Props) {
  const related = useQuery(relatedOptions(pathOf(object), record.id));
  const { covers = [] } = useRecordPanels(object.name);
  const lists = object.related.filter((list) => !covers.includes(list.object));
  return cardsOf(object, lists).map((list) => {
    const count = related.data?.items.find(
      (item) => item.object === list.object && item.field === list.field,
    );
    return (
      <RelatedPanel
        key={`${list.object}.${list.field}`}
        list={list}
        owner={object}
        record={record}
        count={count}
      />
    );
  });
}
