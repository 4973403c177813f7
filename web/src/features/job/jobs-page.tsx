import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, type TableColumnsType } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DataTable } from "@/shared/data-table";
import { formatDuration, formatInstant, formatMoment, formatNumber } from "@/shared/format";
import { useIsPhone } from "@/shared/media";
import { EmptyText, HiddenTitle, Page } from "@/shared/page";
import { paths } from "@/shared/paths";
import { type Tone, ToneTag } from "@/shared/tone-tag";
import { JobProgress } from "./job-progress";
import { isOver, type Job, type JobState, jobsOptions, useSteerJob } from "./job-queries";

const TONES: Record<JobState, Tone> = {
  queued: "neutral",
  running: "blue",
  done: "brand",
  failed: "loss",
  cancelled: "attention",
};

export function JobsPage() {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const jobs = useInfiniteQuery(jobsOptions());
  const columns: TableColumnsType<Job> = [
    {
      key: "title",
      title: t("job.title"),
      render: (_, job) => <Named job={job} isPhone={isPhone} />,
    },
    {
      key: "state",
      title: t("job.state"),
      width: 100,
      render: (_, job) => <ToneTag tone={TONES[job.state]}>{t(`job.states.${job.state}`)}</ToneTag>,
    },
    {
      key: "progress",
      title: t("job.progress"),
      width: "38%",
      responsive: ["md"],
      render: (_, job) => <Outcome job={job} />,
    },
    {
      key: "createdAt",
      title: t("job.createdAt"),
      width: 130,
      responsive: ["md"],
      render: (_, job) => (
        <time title={formatInstant(job.createdAt)}>{formatMoment(job.createdAt)}</time>
      ),
    },
    {
      key: "took",
      title: t("job.took"),
      width: 90,
      responsive: ["md"],
      render: (_, job) => took(job),
    },
    {
      key: "actions",
      title: <HiddenTitle />,
      width: 90,
      align: "right",
      render: (_, job) => <Steering job={job} />,
    },
  ];
  return (
    <Page title={t("job.pageTitle")} subtitle={t("job.pageHelp")}>
      <DataTable<Job>
        loading={jobs.isPending}
        columns={columns}
        dataSource={jobs.data?.pages.flatMap((page) => page.items) ?? []}
        locale={{ emptyText: <EmptyText>{t("job.empty")}</EmptyText> }}
      />
      {jobs.hasNextPage && (
        <Button block type="text" onClick={() => jobs.fetchNextPage()}>
          {t("job.loadMore")}
        </Button>
      )}
    </Page>
  );
}

/** On a phone how far it is stands below its name. */
function Named({ job, isPhone }: { job: Job; isPhone: boolean }) {
  const run = job.result?.runId;
  return (
    <>
      <div>{run === undefined ? job.title : <Link to={paths.bulkRun(run)}>{job.title}</Link>}</div>
      {isPhone && <Outcome job={job} />}
    </>
  );
}

function Outcome({ job }: { job: Job }) {
  const { t } = useTranslation();
  if (!isOver(job)) {
    return <JobProgress job={job} />;
  }
  // Other jobs count their steps, which tell nobody anything.
  const counts = job.kind.startsWith("import") && job.done > 0;
  const done = counts ? t("job.done", { number: formatNumber(job.done) }) : "";
  return <EmptyText>{job.error ?? done}</EmptyText>;
}

function Steering({ job }: { job: Job }) {
  const { t } = useTranslation();
  const steer = useSteerJob();
  const verb = job.canCancel ? "cancellation" : job.canRetry ? "retry" : undefined;
  return verb === undefined ? null : (
    <Button
      size="small"
      loading={steer.isPending}
      onClick={() => steer.mutate({ id: job.id, verb })}
    >
      {t(verb === "retry" ? "job.retry" : "job.cancel")}
    </Button>
  );
}

function took(job: Job): string {
  if (!job.startedAt || !job.finishedAt) {
    return "";
  }
  return formatDuration(Date.parse(job.finishedAt) - Date.parse(job.startedAt));
}
