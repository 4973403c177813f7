import { useInfiniteQuery } from "@tanstack/react-query";
import { Alert, Button, Empty, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { plainText } from "@/shared/field-value";
import { formatInstant, formatMoment } from "@/shared/format";
import { fieldOf, type ObjectMeta, pathOf } from "@/shared/meta";
import type { RecordData } from "@/shared/records";
import styles from "./history.module.css";
import { type HistoryItem, historyOptions } from "./record-queries";

type Props = { object: ObjectMeta; record: RecordData };

const ACTIONS = ["create", "update", "delete", "restore"] as const;

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
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("reading.history.empty")} />;
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
          {t("reading.loadMore")}
        </Button>
      )}
    </>
  );
}

function Entry({ object, item }: { object: ObjectMeta; item: HistoryItem }) {
  const { t } = useTranslation();
  const action = ACTIONS.find((known) => item.action.startsWith(known)) ?? "update";
  return (
    <li className={styles.entry}>
      <p className={styles.head}>
        <strong>{item.actor?.title ?? t("reading.history.system")}</strong>
        {t(`reading.history.action.${action}`)}
        <time dateTime={item.at} title={formatInstant(item.at)}>
          {formatMoment(item.at)}
        </time>
      </p>
      <dl className={styles.changes}>
        {item.changes.map((change) => (
          <div key={change.field}>
            <dt>{change.label}</dt>
            <dd>
              {action !== "create" && (
                <>
                  <del>{words(object, change.field, change.from)}</del> →{" "}
                </>
              )}
              <ins>{words(object, change.field, change.to)}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function words(object: ObjectMeta, name: string, value: unknown): string {
  if (value === null || value === undefined || value === "") {
    return "—";
  }
  const field = fieldOf(object, name);
  return field === undefined ? String(value) : plainText(field, value);
}
