import { useInfiniteQuery } from "@tanstack/react-query";
import { Alert, Button, Empty, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ObjectMeta, pathOf, useMeta } from "@/shared/meta";
import type { RecordData } from "@/shared/records";
import { Composer } from "./composer";
import { timelineOptions } from "./record-queries";
import styles from "./timeline.module.css";
import { TimelineEntry } from "./timeline-entry";

type Props = { object: ObjectMeta; record: RecordData };

const ALL = "";

/** What happened with this record, newest first, and the place to add to it. */
export function Timeline({ object, record }: Props) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const [kind, setKind] = useState(ALL);
  const timeline = useInfiniteQuery(timelineOptions(pathOf(object), record.id));
  const items = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  const kinds = objects.filter(({ name }) => items.some((item) => item.object === name));
  const shown = items.filter((item) => kind === ALL || item.object === kind);
  return (
    <>
      <Composer object={object} record={record} />
      {kinds.length > 1 && (
        <Segmented
          size="small"
          value={kind}
          onChange={setKind}
          options={[
            { value: ALL, label: t("reading.timeline.all") },
            ...kinds.map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel })),
          ]}
        />
      )}
      {timeline.isPending && <Skeleton active title={false} paragraph={{ rows: 5 }} />}
      {timeline.isError && <Alert type="warning" title={timeline.error.message} />}
      {timeline.isSuccess && shown.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("reading.timeline.empty")} />
      )}
      <ol className={styles.items}>
        {shown.map((item) => (
          <TimelineEntry key={item.object + item.id} item={item} about={record.id} />
        ))}
      </ol>
      {timeline.hasNextPage && (
        <Button
          block
          type="text"
          loading={timeline.isFetchingNextPage}
          onClick={() => timeline.fetchNextPage()}
        >
          {t("reading.loadMore")}
        </Button>
      )}
    </>
  );
}
