import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Table, type TableColumnsType } from "antd";
import { useTranslation } from "react-i18next";
import { formatDuration, formatInstant, formatMoment } from "@/shared/format";
import { EmptyText, HiddenTitle, Page } from "@/shared/page";
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
  const jobs = useInfiniteQuery(jobsOptions());
  const columns: TableColumnsType<Job> = [
    { key: "title", title: t("job.title"), dataIndex: "title", width: "30%" },
    {
      key: "state",
      title: t("job.state"),
      width: 100,
      render: (_, job) => <ToneTag tone={TONES[job.state]}>{t(`job.states.${job.state}`)}</ToneTag>,
    },
    { key: "progress", title: t("job.progress"), render: (_, job) => <Outcome job={job} /> },
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
      <Table<Job>
        rowKey="id"
        size="small"
        bordered={false}
        pagination={false}
        loading={jobs.isPending}
        columns={columns}
        dataSource={jobs.data?.pages.flatMap((page) => page.items) ?? []}
        locale={{ emptyText: <EmptyText>{t("job.empty")}</EmptyText> }}
        scroll={{ x: 640 }}
      />
      {jobs.hasNextPage && (
        <Button block type="text" onClick={() => jobs.fetchNextPage()}>
          {t("job.loadMore")}
        </Button>
      )}
    </Page>
  );
}

function Outcome({ job }: { job: Job }) {
  return isOver(job) ? (job.error ?? job.message) : <JobProgress job={job} />;
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
