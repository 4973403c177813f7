import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "@/shared/announce";
import { request } from "@/shared/http";
import { Page, Panel } from "@/shared/page";
import { ExceptionalDays } from "./exceptional-days";
import { WeekdayRow } from "./weekday-row";
import { WEEKDAYS, type WorkingHours, withInterval, workingHoursOptions } from "./working-hours";
import styles from "./working-hours.module.css";

/** When the company works, and on which days it does not. */
export function WorkingHoursPage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { data } = useSuspenseQuery(workingHoursOptions);
  const [draft, setDraft] = useState<WorkingHours>();
  const hours = draft ?? data;
  const save = useMutation({
    mutationFn: (body: WorkingHours) =>
      request<WorkingHours>("PUT", "/api/working-hours", { body }),
    onSuccess: (saved) => {
      client.setQueryData(workingHoursOptions.queryKey, saved);
      setDraft(undefined);
      message.success(t("calendar.hours.saved"));
    },
    onError: announce,
  });
  return (
    <Page
      title={t("calendar.hours.title")}
      subtitle={t("calendar.hours.help")}
      actions={
        <>
          {draft !== undefined && (
            <Button onClick={() => setDraft(undefined)}>{t("shared.cancel")}</Button>
          )}
          <Button
            type="primary"
            disabled={draft === undefined}
            loading={save.isPending}
            onClick={() => save.mutate(hours)}
          >
            {t("shared.save")}
          </Button>
        </>
      }
    >
      <Panel title={t("calendar.hours.week")}>
        <ul className={styles.week}>
          {WEEKDAYS.map((weekday) => (
            <WeekdayRow
              key={weekday}
              weekday={weekday}
              intervals={hours.week[weekday] ?? []}
              onChange={(index, interval) =>
                setDraft(withInterval(hours, weekday, index, interval))
              }
            />
          ))}
        </ul>
      </Panel>
      <Panel title={t("calendar.hours.exceptions")}>
        <ExceptionalDays
          days={hours.exceptions}
          onChange={(exceptions) => setDraft({ ...hours, exceptions })}
        />
      </Panel>
    </Page>
  );
}
