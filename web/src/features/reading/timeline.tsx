import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Empty, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatInstant, formatMoment } from "@/shared/format";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import { RecordLink } from "@/shared/record-link";
import type { RecordData } from "@/shared/records";
import { type Tone, ToneTag } from "@/shared/tone-tag";
import { Composer } from "./composer";
import { type TimelineItem, timelineOptions } from "./record-queries";
import styles from "./timeline.module.css";

type Props = { object: ObjectMeta; record: RecordData };

const KINDS = ["all", "activity", "order", "change"] as const;
type Kind = (typeof KINDS)[number];

const WORDS = [
  "note",
  "call",
  "visit",
  "email",
  "task",
  "activity",
  "order",
  "return",
  "change",
] as const;

const TONES: Record<string, Tone> = {
  order: "blue",
  return: "attention",
  change: "neutral",
  task: "gold",
};

/** What happened with this record, newest first, and the place to add to it. */
export function Timeline({ object, record }: Props) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>("all");
  const timeline = useInfiniteQuery(timelineOptions(pathOf(object), record.id));
  const items = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = items.filter((item) => kind === "all" || groupOf(item) === kind);
  return (
    <>
      <Composer object={object} record={record} />
      <Segmented<Kind>
        size="small"
        value={kind}
        onChange={setKind}
        options={KINDS.map((value) => ({ value, label: t(`reading.timeline.filter.${value}`) }))}
      />
      {timeline.isPending && <Skeleton active title={false} paragraph={{ rows: 5 }} />}
      {timeline.isSuccess && shown.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("reading.timeline.empty")} />
      )}
      <ol className={styles.items}>
        {shown.map((item) => (
          <Item key={`${item.object}${item.id}${item.at}${item.title}`} item={item} />
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

function Item({ item }: { item: TimelineItem }) {
  const { t } = useTranslation();
  const word = WORDS.find((candidate) => candidate === item.kind) ?? "activity";
  const isLinked = item.object && item.id && groupOf(item) !== "change";
  return (
    <li className={styles.item}>
      <time dateTime={item.at} title={formatInstant(item.at)}>
        {formatMoment(item.at)}
      </time>
      <span>
        <ToneTag tone={TONES[word] ?? "brand"}>{t(`reading.timeline.kind.${word}`)}</ToneTag>
      </span>
      <div className={styles.body}>
        <p>
          {isLinked ? (
            <RecordLink object={item.object ?? ""} id={item.id ?? ""}>
              {item.title}
            </RecordLink>
          ) : (
            item.title
          )}
        </p>
        {item.text && <p className={styles.text}>{item.text}</p>}
        {item.actor && <p className={styles.actor}>{item.actor.title}</p>}
      </div>
    </li>
  );
}

function groupOf(item: TimelineItem): Kind {
  if (item.kind === "change" || item.kind === "order") {
    return item.kind;
  }
  return item.kind === "return" ? "order" : "activity";
}
