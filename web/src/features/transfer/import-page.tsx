import { useSuspenseQuery } from "@tanstack/react-query";
import { Steps } from "antd";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { formatBytes, formatNumber } from "@/shared/format";
import { useObjectMeta } from "@/shared/meta";
import { Page } from "@/shared/page";
import { Problem } from "@/shared/problem";
import styles from "./import.module.css";
import { type ImportDetail, importOptions, isBusy } from "./import-queries";
import { ImportResult } from "./import-result";
import { ImportSetup } from "./import-setup";

/** One import from its mapping over its run to its result; the state says which. */
export function ImportPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const { data } = useSuspenseQuery(importOptions(id));
  const object = useObjectMeta(data.object);
  if (object === undefined) {
    throw new Problem(404, {});
  }
  const isDraft = data.state === "draft";
  return (
    <Page title={data.fileName} subtitle={<Subtitle data={data} label={object.pluralLabel} />}>
      <Steps
        size="small"
        className={styles.steps ?? ""}
        current={isDraft ? 1 : isBusy(data.state) ? 2 : 3}
        items={[
          { title: t("transfer.steps.file") },
          { title: t("transfer.steps.mapping") },
          { title: t("transfer.steps.run") },
          { title: t("transfer.steps.result") },
        ]}
      />
      {isDraft ? (
        <ImportSetup data={data} object={object} />
      ) : (
        <ImportResult data={data} object={object} />
      )}
    </Page>
  );
}

function Subtitle({ data, label }: { data: ImportDetail; label: string }) {
  const { t } = useTranslation();
  const parts = [label, formatBytes(data.size)];
  if (data.rows !== null && data.rows !== undefined) {
    parts.push(t("transfer.rows", { count: data.rows, rows: formatNumber(data.rows) }));
  }
  return parts.join(" · ");
}
