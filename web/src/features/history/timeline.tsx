import { useInfiniteQuery } from "@tanstack/react-query";
import { Alert, Button, Empty, Skeleton } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Composer } from "@/features/activity";
import { formatDay } from "@/shared/format";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import type { RecordData } from "@/shared/records";
import { byDay } from "./days";
import { NO_FILTER, type TimelineItem, timelineOptions } from "./history-queries";
import styles from "./timeline.module.css";
import { TimelineEntry } from "./timeline-entry";
import { TimelineFilters } from "./timeline-filters";

type Props = { object: ObjectMeta; record: RecordData };

/** What lies ahead, what happened with this record, newest first, and the place to add to it. */
export function Timeline({ object, record }: Props) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState(NO_FILTER);
  const timeline = useInfiniteQuery(timelineOptions(pathOf(object), record.id, filter));
  const [first] = timeline.data?.pages ?? [];
  const items = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  const upcoming = first?.upcoming ?? [];
  const pinned = first?.pinned ?? undefined;
  const isEmpty = items.length === 0 && upcoming.length === 0;
  const entry = (item: TimelineItem) => (
    <TimelineEntry
      key={item.object + item.id}
      item={item}
      object={object}
      record={record}
      isPinned={item.id === pinned?.id}
    />
  );
  return (
    <>
      <Composer object={object} record={record} />
      <TimelineFilters object={object} filter={filter} onChange={setFilter} />
      {timeline.isPending && <Skeleton active title={false} paragraph={{ rows: 5 }} />}
      {timeline.isError && <Alert type="warning" title={timeline.error.message} />}
      {timeline.isSuccess && isEmpty && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={t(filter === NO_FILTER ? "history.empty" : "history.nothingFound")}
        />
      )}
      {pinned !== undefined && (
        <Stretch title={t("history.pinned")} mark="pinned">
          {entry(pinned)}
        </Stretch>
      )}
      {upcoming.length > 0 && (
        <Stretch title={t("history.upcoming")} mark="upcoming">
          {upcoming.map(entry)}
        </Stretch>
      )}
      {byDay(items).map(({ day, items: ofDay }) => (
        <Stretch key={day} title={formatDay(day)}>
          {ofDay.map(entry)}
        </Stretch>
      ))}
      {timeline.hasNextPage && (
        <Button
          block
          type="text"
          loading={timeline.isFetchingNextPage}
          onClick={() => timeline.fetchNextPage()}
        >
          {t("history.loadMore")}
        </Button>
      )}
    </>
  );
}

type StretchProps = { title: string; mark?: "pinned" | "upcoming"; children: ReactNode };

function Stretch({ title, mark, children }: StretchProps) {
  return (
    <section className={styles.stretch} data-mark={mark} aria-label={title}>
      <h3>{title}</h3>
      <ol>{children}</ol>
    </section>
  );
}
