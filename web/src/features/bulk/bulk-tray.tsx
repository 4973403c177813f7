import { CloseOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { JobProgress, useLiveJob } from "@/features/job";
import { formatNumber } from "@/shared/format";
import { useObjectMeta } from "@/shared/meta";
import { paths } from "@/shared/paths";
import { type BulkRun, isBusy, jobOf, runOptions, useSteerRun, useWatched } from "./bulk-queries";
import styles from "./bulk-tray.module.css";

/** Runs that go on or can still be undone, on whatever page one is. */
export function BulkTray() {
  const { t } = useTranslation();
  const { ids, putAside } = useWatched();
  return ids.length === 0 ? null : (
    <aside className={styles.tray} aria-label={t("bulk.tray")}>
      {ids.map((id) => (
        <WatchedRun key={id} id={id} onClose={() => putAside(id)} />
      ))}
    </aside>
  );
}

function WatchedRun({ id, onClose }: { id: string; onClose: () => void }) {
  const run = useQuery({ ...runOptions(id), retry: false });
  const isLost = run.isError && run.data === undefined;
  useEffect(() => {
    if (isLost) {
      onClose();
    }
  }, [isLost, onClose]);
  return run.data === undefined ? null : <RunCard run={run.data} onClose={onClose} />;
}

function RunCard({ run, onClose }: { run: BulkRun; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const object = useObjectMeta(run.object);
  const steer = useSteerRun(run.id);
  const busy = isBusy(run);
  const job = useLiveJob(busy ? jobOf(run) : undefined, () => {
    client.invalidateQueries({ queryKey: ["bulk"] });
    client.invalidateQueries({ queryKey: ["records"] });
  });
  const { changed, refused, gone, failed, kept, undone } = run.counts;
  const left = refused + gone + failed;
  return (
    <section className={styles.card}>
      <header>
        <strong>
          {t(run.action === "delete" ? "bulk.runDelete" : "bulk.runEdit", {
            total: formatNumber(run.items),
            objects: object?.pluralLabel ?? run.object,
          })}
        </strong>
        <Button
          type="text"
          size="small"
          aria-label={t("bulk.close")}
          icon={<CloseOutlined aria-hidden="true" />}
          onClick={onClose}
        />
      </header>
      {busy ? (
        job !== undefined && <JobProgress job={job} />
      ) : (
        <p aria-live="polite">
          {run.state === "undone"
            ? t("bulk.undoneWords", { undone: formatNumber(undone), kept: formatNumber(kept) })
            : t("bulk.doneWords", { changed: formatNumber(changed), left: formatNumber(left) })}
        </p>
      )}
      <footer>
        {busy && run.state !== "undoing" && (
          <Button
            size="small"
            loading={steer.isPending}
            onClick={() => steer.mutate("cancellation")}
          >
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
        <Link to={paths.bulkRun(run.id)}>{t("bulk.details")}</Link>
      </footer>
    </section>
  );
}

type UndoProps = { until: string; isPending: boolean; onUndo: () => void };

/** Is there as long as undoing is possible, and tells how long that is. */
export function UndoButton({ until, isPending, onUndo }: UndoProps) {
  const { t } = useTranslation();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.floor((Date.parse(until) - now) / 1000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return seconds <= 0 ? null : (
    <Button size="small" loading={isPending} onClick={onUndo}>
      {t("bulk.undo")} <span aria-hidden="true">{clock}</span>
    </Button>
  );
}
