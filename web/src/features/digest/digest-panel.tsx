import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Select, Skeleton, Switch, TimePicker } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { get, request } from "@/shared/http";
import { Panel } from "@/shared/page";
import styles from "./digest-panel.module.css";

type Digest = {
  wanted: boolean;
  minute: number;
  zone?: string | null;
  companyZone: string;
  canSend: boolean;
};

const digestOptions = queryOptions({
  queryKey: ["digest"],
  queryFn: ({ signal }) => get<Digest>("/api/digest", undefined, signal),
});

const HOUR = 60;

/** Whether and when this person wants the mail of the morning. */
export function DigestPanel() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const digest = useQuery(digestOptions).data;
  const change = useMutation({
    mutationFn: (body: Pick<Digest, "wanted" | "minute" | "zone">) =>
      request<Digest>("PUT", "/api/digest", { body }),
    onSuccess: (next) => client.setQueryData(digestOptions.queryKey, next),
  });
  if (digest === undefined) {
    return (
      <Panel title={t("digest.title")}>
        <Skeleton active title={false} />
      </Panel>
    );
  }
  const { wanted, minute, zone, companyZone } = digest;
  const put = (next: Partial<Pick<Digest, "wanted" | "minute" | "zone">>) =>
    change.mutate({ wanted, minute, zone: zone ?? null, ...next });
  return (
    <Panel title={t("digest.title")}>
      <p className={styles.help}>{t("digest.help")}</p>
      {!digest.canSend && <Alert type="info" title={t("digest.noServer")} />}
      <div className={styles.row}>
        <Switch
          checked={wanted}
          loading={change.isPending}
          aria-label={t("digest.wanted")}
          onChange={(next) => put({ wanted: next })}
        />
        <span>{t("digest.wanted")}</span>
        <TimePicker
          aria-label={t("digest.time")}
          format="HH:mm"
          minuteStep={15}
          needConfirm={false}
          allowClear={false}
          disabled={!wanted}
          value={dayjs().startOf("day").add(minute, "minute")}
          onChange={(time) => time && put({ minute: time.hour() * HOUR + time.minute() })}
        />
        <Select
          aria-label={t("digest.zone")}
          showSearch
          disabled={!wanted}
          className={styles.zone ?? ""}
          value={zone ?? ""}
          onChange={(next) => put({ zone: next || null })}
          options={[
            { value: "", label: t("digest.companyZone", { zone: companyZone }) },
            ...Intl.supportedValuesOf("timeZone").map((value) => ({ value, label: value })),
          ]}
        />
      </div>
    </Panel>
  );
}
