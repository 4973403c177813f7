import { ReloadOutlined, SettingOutlined } from "@ant-design/icons";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { can, useSession } from "@/features/access";
import { isOver, JobProgress, useLiveJob } from "@/features/job";
import { formatDate, formatDuration } from "@/shared/format";
import { Page, Panel } from "@/shared/page";
import { paths } from "@/shared/paths";
import { BarList } from "./bar-list";
import { customersWith, useValueOrder, useValueWords } from "./customer-links";
import styles from "./insight-page.module.css";
import { type Overview, overviewOptions, useRunValue } from "./overview-queries";
import { Pyramid } from "./pyramid";
import { RfmHeatMap } from "./rfm-heat-map";
import { Totals } from "./totals";

const Concentration = lazy(async () => ({
  default: (await import("./concentration")).Concentration,
}));
const ActivityMonths = lazy(async () => ({
  default: (await import("./activity-months")).ActivityMonths,
}));

/** What all customers are worth, on one page; every mark leads to the customers behind it. */
export function InsightPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(overviewOptions());
  const words = useValueWords();
  const order = useValueOrder();
  function by<T>(field: string, value: (row: T) => string) {
    return (a: T, b: T) => order(field, value(a)) - order(field, value(b));
  }
  return (
    <Page title={t("insight.title")} subtitle={<RunWords data={data} />} actions={<Actions />}>
      <Totals data={data} />
      <div className={styles.grid}>
        <Panel title={t("insight.pyramid.title")}>
          <p className={styles.lead}>
            {t("insight.pyramid.lead", { date: formatDate(data.previousAsOf) })}
          </p>
          <Pyramid data={data} />
        </Panel>
        <Panel title={t("insight.rfm.title")}>
          <p className={styles.lead}>{t("insight.rfm.lead")}</p>
          <RfmHeatMap data={data} />
        </Panel>
        <Panel title={t("insight.concentration.title")}>
          <p className={styles.lead}>{t("insight.concentration.lead")}</p>
          <Suspense fallback={<div className={styles.waiting} />}>
            <Concentration data={data} />
          </Suspense>
        </Panel>
        <Panel title={t("insight.activity.title")}>
          <p className={styles.lead}>{t("insight.activity.lead")}</p>
          <Suspense fallback={<div className={styles.waiting} />}>
            <ActivityMonths data={data} />
          </Suspense>
        </Panel>
        <Panel title={t("insight.segments.title")}>
          <p className={styles.lead}>{t("insight.segments.lead")}</p>
          <BarList
            currency={data.currency}
            bars={data.rfm.segments.toSorted(by("rfmSegment", (row) => row.segment)).map((row) => ({
              ...row,
              key: row.segment,
              label: words("rfmSegment", row.segment),
              to: customersWith("rfmSegment", row.segment),
            }))}
          />
        </Panel>
        <div>
          <Panel title={t("insight.classes.title")}>
            <BarList
              currency={data.currency}
              bars={data.rfm.classes.toSorted(by("rfmClass", (row) => row.class)).map((row) => ({
                ...row,
                key: row.class,
                label: words("rfmClass", row.class),
                to: customersWith("rfmClass", row.class),
              }))}
            />
          </Panel>
          <Panel title={t("insight.stages.title")}>
            <BarList
              currency={data.currency}
              bars={data.stages.toSorted(by("stage", (row) => row.stage)).map((row) => ({
                ...row,
                key: row.stage,
                label: words("stage", row.stage),
                to: customersWith("stage", row.stage),
              }))}
            />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

function RunWords({ data }: { data: Overview }) {
  const { t } = useTranslation();
  const parts = [t("insight.asOf", { date: formatDate(data.asOf) })];
  if (data.run) {
    parts.push(t("insight.run", { number: data.run.number }));
    if (data.run.millis) {
      parts.push(t("insight.took", { time: formatDuration(data.run.millis) }));
    }
  }
  return parts.join(" · ");
}

function Actions() {
  const { t } = useTranslation();
  const session = useSession();
  const client = useQueryClient();
  const run = useRunValue();
  const [jobId, setJobId] = useState<string>();
  const job = useLiveJob(jobId, () => {
    client.invalidateQueries({ queryKey: ["value"] });
    client.invalidateQueries({ queryKey: ["records"] });
  });
  return (
    <>
      {job !== undefined && !isOver(job) && <JobProgress job={job} />}
      {can(session, "admin.settings") && (
        <Link to={paths.valueSettings}>
          <Button icon={<SettingOutlined aria-hidden="true" />}>
            {t("insight.settings.open")}
          </Button>
        </Link>
      )}
      {can(session, "value.run") && (
        <Button
          icon={<ReloadOutlined aria-hidden="true" />}
          loading={run.isPending || (job !== undefined && !isOver(job))}
          onClick={() => run.mutate(undefined, { onSuccess: (started) => setJobId(started.id) })}
        >
          {t("insight.recompute")}
        </Button>
      )}
    </>
  );
}
