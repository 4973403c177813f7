import { Alert, Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { allOf, type FilterNode } from "@/shared/filter";
import { useListState } from "@/shared/list-state";
import { type FieldMeta, fieldOf, type ObjectMeta, useObjectMeta } from "@/shared/meta";
import { PageHead } from "@/shared/page";
import { Problem } from "@/shared/problem";
import { Calendar } from "./calendar";
import styles from "./calendar-page.module.css";
import { FeedButton } from "./feed-button";
import type { Source } from "./use-days";

const COLUMNS = "subject,kind,customer,owner,dueAt,happenedAt,done,duration";
const PLANNED: FilterNode = { field: "done", op: "eq", value: false };
const PAST: FilterNode[] = [
  { field: "kind", op: "in", value: ["visit", "call", "letter", "task", "followUp"] },
  {
    or: [
      { field: "dueAt", op: "empty" },
      { field: "done", op: "eq", value: true },
    ],
  },
];

export function CalendarPage() {
  const activity = useObjectMeta("activity");
  const due = activity === undefined ? undefined : fieldOf(activity, "dueAt");
  const happened = activity === undefined ? undefined : fieldOf(activity, "happenedAt");
  if (activity === undefined || due === undefined || happened === undefined) {
    throw new Problem(404, {});
  }
  return <Activities {...{ activity, due, happened }} />;
}

type Props = { activity: ObjectMeta; due: FieldMeta; happened: FieldMeta };

/** What I, or all whose activities I see, have planned and done. */
function Activities({ activity, due, happened }: Props) {
  const { t } = useTranslation();
  const [{ mode, day }, change] = useListState();
  const [whose, setWhose] = useState<"mine" | "all">("mine");
  const mine: FilterNode[] = whose === "mine" ? [{ field: "owner", op: "eq", value: "@me" }] : [];
  const sources: Source[] = [source(due, [...mine, PLANNED]), source(happened, [...mine, ...PAST])];
  return (
    <div className={styles.page}>
      <PageHead title={t("calendar.title")} actions={<FeedButton />} />
      <Calendar
        object={activity}
        sources={sources}
        place={{ mode, day }}
        onPlace={change}
        extra={
          <Segmented
            value={whose}
            aria-label={t("calendar.whose")}
            options={[
              { value: "mine" as const, label: t("calendar.mine") },
              { value: "all" as const, label: t("calendar.team") },
            ]}
            onChange={setWhose}
          />
        }
        failed={(error, retry) => (
          <Alert
            type="warning"
            title={error.message}
            action={<Button onClick={retry}>{t("calendar.again")}</Button>}
          />
        )}
      />
    </div>
  );
}

function source(field: FieldMeta, filter: FilterNode[]): Source {
  return {
    field,
    query: { filter: JSON.stringify(allOf(filter)), sort: field.name, columns: COLUMNS },
  };
}
