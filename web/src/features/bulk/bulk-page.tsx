import { useInfiniteQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Button, Flex, type TableColumnsType } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { JobProgress, useLiveJob } from "@/features/job";
import { DataTable } from "@/shared/data-table";
import { formatList, formatNumber } from "@/shared/format";
import { pathOf, useObjectMeta } from "@/shared/meta";
import { EmptyText, Page, Panel } from "@/shared/page";
import { paths } from "@/shared/paths";
import { RecordLink } from "@/shared/record-link";
import {
  type BulkFailure,
  COUNTS,
  failuresOptions,
  isBusy,
  jobOf,
  runOptions,
  useSteerRun,
} from "./bulk-queries";
import { UndoButton } from "./bulk-tray";
import styles from "./preview.module.css";

/** What came of a run, and which records it left alone. */
export function BulkPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const client = useQueryClient();
  const run = useSuspenseQuery(runOptions(id)).data;
  const object = useObjectMeta(run.object);
  const steer = useSteerRun(id);
  const busy = isBusy(run);
  const job = useLiveJob(busy ? jobOf(run) : undefined, () => client.invalidateQueries());
  return (
    <Page
      title={t(run.action === "delete" ? "bulk.runDelete" : "bulk.runEdit", {
        total: formatNumber(run.items),
        objects: object?.pluralLabel ?? run.object,
      })}
      subtitle={t(`bulk.states.${run.state}`)}
    >
      <Panel>
        {busy && job !== undefined && <JobProgress job={job} />}
        <dl className={styles.counts}>
          {COUNTS.filter((name) => name === "changed" || run.counts[name] > 0).map((name) => (
            <div key={name} data-main={name === "changed"}>
              <dt>{t(`bulk.counts.${name}`)}</dt>
              <dd>{formatNumber(run.counts[name])}</dd>
            </div>
          ))}
        </dl>
        <Flex wrap gap={8} align="center">
          {object !== undefined && (
            <Link to={paths.list(pathOf(object))}>
              {t("bulk.show", { objects: object.pluralLabel })}
            </Link>
          )}
          {busy && run.state !== "undoing" && (
            <Button size="small" onClick={() => steer.mutate("cancellation")}>
              {t("shared.cancel")}
            </Button>
          )}
          {!busy && run.undoUntil && (
            <UndoButton
              until={run.undoUntil}
              isPending={steer.isPending}
              onUndo={() => steer.mutate("undo")}
            />
          )}
        </Flex>
      </Panel>
      {!busy && <Failures id={id} object={run.object} />}
    </Page>
  );
}

function Failures({ id, object }: { id: string; object: string }) {
  const { t } = useTranslation();
  const failures = useInfiniteQuery(failuresOptions(id));
  const items = failures.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: TableColumnsType<BulkFailure> = [
    {
      key: "record",
      title: t("bulk.record"),
      render: (_, { id: record, title }) =>
        title ? (
          <RecordLink object={object} id={record}>
            {title}
          </RecordLink>
        ) : (
          <EmptyText>{t("bulk.unseen")}</EmptyText>
        ),
    },
    {
      key: "reason",
      title: t("bulk.reason"),
      render: (_, { reason, fields }) => `${reason}${formatList(fields, "and")}`,
    },
  ];
  return items.length === 0 ? null : (
    <Panel
      title={t("bulk.leftAlone")}
      extra={
        <Button size="small" href={`/api/bulk-runs/${id}/failures.csv`} download>
          {t("bulk.download")}
        </Button>
      }
    >
      <DataTable<BulkFailure> rowKey="number" columns={columns} dataSource={items} />
      {failures.hasNextPage && (
        <Button block type="text" onClick={() => failures.fetchNextPage()}>
          {t("reading.loadMore")}
        </Button>
      )}
    </Panel>
  );
}
