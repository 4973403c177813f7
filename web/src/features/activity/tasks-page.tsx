import { useInfiniteQuery } from "@tanstack/react-query";
import { Alert, Button, Empty, Skeleton } from "antd";
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/shared/format";
import { useIsPhone } from "@/shared/media";
import { type ObjectMeta, pathOf, useObjectMeta } from "@/shared/meta";
import { Page } from "@/shared/page";
import { Problem } from "@/shared/problem";
import { listOptions } from "@/shared/records";
import { CareCard } from "./care-card";
import { NewTask } from "./new-task";
import { byStretch, MY_TASKS } from "./task-groups";
import { TaskRow } from "./task-row";
import styles from "./tasks.module.css";

const COLUMNS = "kind,subject,customer,contact,dueAt,priority,repeats,remindAt";

export function TasksPage() {
  const activity = useObjectMeta("activity");
  if (activity === undefined) {
    throw new Problem(404, {});
  }
  return <Tasks activity={activity} />;
}

function Tasks({ activity }: { activity: ObjectMeta }) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const box = useRef<HTMLDivElement>(null);
  const list = useInfiniteQuery(
    listOptions(pathOf(activity), {
      filter: JSON.stringify(MY_TASKS),
      sort: "dueAt",
      columns: COLUMNS,
    }),
  );
  const tasks = list.data?.pages.flatMap((page) => page.items) ?? [];
  const groups = byStretch(tasks, new Date());
  return (
    <Page
      title={t("activity.tasks.title")}
      subtitle={isPhone ? undefined : t("activity.tasks.keys")}
    >
      <CareCard />
      {activity.rights.create && <NewTask activity={activity} />}
      {list.isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {list.isError && <Alert type="warning" title={list.error.message} />}
      {list.isSuccess && tasks.length === 0 && <Empty description={t("activity.tasks.none")} />}
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: the rows in it have the focus */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the rows in it have the focus */}
      <div ref={box} className={styles.groups} onKeyDown={(event) => walk(event, box.current)}>
        {[...groups].map(([stretch, ofStretch]) => (
          <section key={stretch} data-stretch={stretch} aria-labelledby={`tasks-${stretch}`}>
            <h2 id={`tasks-${stretch}`}>
              {t(`activity.tasks.stretch.${stretch}`)}
              <small>{formatNumber(ofStretch.length)}</small>
            </h2>
            <ul>
              {ofStretch.map((task) => (
                <TaskRow key={task.id} activity={activity} task={task} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {list.hasNextPage && (
        <Button type="text" block onClick={() => list.fetchNextPage()}>
          {t("activity.tasks.more")}
        </Button>
      )}
    </Page>
  );
}

/** Arrows, or j and k, go from one task to the next. */
function walk(event: KeyboardEvent<HTMLElement>, box: HTMLElement | null) {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  const row = event.target;
  if (step === undefined || box === null || !(row instanceof HTMLElement)) {
    return;
  }
  const rows = [...box.querySelectorAll<HTMLElement>("[data-task]")];
  const next = rows.includes(row) ? rows[rows.indexOf(row) + step] : undefined;
  if (next !== undefined) {
    event.preventDefault();
    next.focus();
  }
}
