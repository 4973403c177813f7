import { Progress } from "antd";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/shared/format";
import styles from "./job-progress.module.css";
import type { Job } from "./job-queries";

/** How far a job is: a bar when the end is known, words in any case. */
export function JobProgress({ job }: { job: Job }) {
  const { t } = useTranslation();
  const percent = job.total ? Math.floor((job.done / job.total) * 100) : undefined;
  const words =
    percent === undefined
      ? t("job.doneSoFar", { done: formatNumber(job.done) })
      : t("job.doneOfTotal", { done: formatNumber(job.done), total: formatNumber(job.total ?? 0) });
  return (
    <div className={styles.progress}>
      <Progress
        percent={job.state === "done" ? 100 : (percent ?? 0)}
        status={job.state === "failed" ? "exception" : job.state === "done" ? "success" : "active"}
        showInfo={percent !== undefined}
        size="small"
        aria-label={job.title}
      />
      <p aria-live="polite">{job.error ?? job.message ?? (job.done > 0 ? words : "")}</p>
    </div>
  );
}
