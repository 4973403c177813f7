import { useInfiniteQuery } from "@tanstack/react-query";
import { Alert, Button, Empty, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { formatInstant, formatMoment } from "@/shared/format";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import type { RecordData } from "@/shared/records";
import { ChangedFields } from "./changed-fields";
import styles from "./history.module.css";
import { type HistoryItem, historyOptions } from "./history-queries";
import { actionOf } from "./words";

type Props = { object: ObjectMeta; record: RecordData };

export function History({ object, record }: Props) {
  const { t } = useTranslation();
  const history = useInfiniteQuery(historyOptions(pathOf(object), record.id));
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  if (history.isPending) {
    return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  }
  if (history.isError) {
    return <Alert type="warning" title={history.error.message} />;
  }
  if (items.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("history.noChanges")} />;
  }
  return (
    <>
      <ol>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever appended
          <Entry key={`${item.at}${index}`} object={object} item={item} />
        ))}
      </ol>
      {history.hasNextPage && (
        <Button block type="text" onClick={() => history.fetchNextPage()}>
          {t("history.loadMore")}
        </Button>
      )}
    </>
  );
}

function Entry({ object, item }: { object: ObjectMeta; item: HistoryItem }) {
  const { t } = useTranslation();
  const action = actionOf(item);
  return (
    <li className={styles.entry}>
      <p className={styles.head}>
        <strong>{item.actor?.title ?? t("history.system")}</strong>
        {t(`history.action.${action}`)}
        <time dateTime={item.at} title={formatInstant(item.at)}>
          {formatMoment(item.at)}
        </time>
      </p>
      <ChangedFields object={object} change={item} />
    </li>
  );
}
