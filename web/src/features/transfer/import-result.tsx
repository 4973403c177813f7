import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Flex } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { JobProgress, useLiveJob } from "@/features/job";
import { formatNumber } from "@/shared/format";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import { Panel } from "@/shared/page";
import { paths } from "@/shared/paths";
import { RecordLink } from "@/shared/record-link";
import { BadValues } from "./bad-values";
import styles from "./import.module.css";
import { type ImportDetail, isBusy, useSteerImport } from "./import-queries";
import { ImportStateTag } from "./import-state-tag";

type Props = { data: ImportDetail; object: ObjectMeta };

const COUNTS = ["read", "created", "updated", "skipped", "bad"] as const;

/** The run while it lasts, then what came of it, with the way back. */
export function ImportResult({ data, object }: Props) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const steer = useSteerImport(data.id);
  const busy = isBusy(data.state);
  const job = useLiveJob(busy ? (data.jobId ?? undefined) : undefined, () => {
    client.invalidateQueries();
  });
  const bad = data.counts?.bad ?? 0;
  const canUndo = data.state === "done" || data.state === "cancelled" || data.state === "failed";

  async function undo() {
    const agrees = await modal.confirm({
      title: t("transfer.undoTitle"),
      content: t("transfer.undoHelp"),
      okText: t("transfer.undo"),
      okButtonProps: { danger: true },
      cancelText: t("transfer.back"),
    });
    if (agrees) {
      steer.mutate("undo");
    }
  }

  return (
    <>
      <Panel
        title={<ImportStateTag state={data.state} />}
        extra={
          busy && (
            <Button
              size="small"
              loading={steer.isPending}
              onClick={() => steer.mutate("cancellation")}
            >
              {t(data.state === "undoing" ? "transfer.stopUndo" : "transfer.cancel")}
            </Button>
          )
        }
      >
        {busy && job !== undefined && <JobProgress job={job} />}
        <dl className={styles.counts}>
          {COUNTS.map((name) => (
            <div key={name} className={name === "bad" && bad > 0 ? styles.wrong : ""}>
              <dt>{t(`transfer.counts.${name}`)}</dt>
              <dd>{formatNumber(data.counts?.[name] ?? 0)}</dd>
            </div>
          ))}
        </dl>
        {!busy && (
          <Flex wrap gap={8}>
            <Link to={paths.list(pathOf(object))}>
              <Button type="primary">{t("transfer.show", { objects: object.pluralLabel })}</Button>
            </Link>
            {bad > 0 && (
              <Button href={`/api/imports/${data.id}/bad-rows.csv`} download>
                {t("transfer.badRows")}
              </Button>
            )}
            {canUndo && (
              <Button danger loading={steer.isPending} onClick={undo}>
                {t("transfer.undo")}
              </Button>
            )}
          </Flex>
        )}
      </Panel>
      <BadValues data={data} />
      <Kept data={data} />
    </>
  );
}

function Kept({ data }: { data: ImportDetail }) {
  const { t } = useTranslation();
  const kept = data.keptOnUndo ?? [];
  return kept.length === 0 ? null : (
    <Panel title={t("transfer.kept", { count: kept.length })}>
      <p className={styles.hint}>{t("transfer.keptHelp")}</p>
      <ul className={styles.kept}>
        {kept.map((record) => (
          <li key={record.id}>
            <RecordLink object={record.object} id={record.id}>
              {record.title}
            </RecordLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
