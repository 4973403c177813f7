import { App, Button, Flex } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ObjectMeta } from "@/shared/meta";
import { Panel } from "@/shared/page";
import { paths } from "@/shared/paths";
import { FileOptions } from "./file-options";
import styles from "./import.module.css";
import {
  type ImportDetail,
  type ImportSettings,
  useChangeImport,
  useSteerImport,
} from "./import-queries";
import { MappingChoice } from "./mapping-choice";
import { MappingTable } from "./mapping-table";
import { PreviewTable, problemWords } from "./preview-table";

type Props = { data: ImportDetail; object: ObjectMeta };

/** Every change is sent at once, so that the preview below always tells the truth. */
export function ImportSetup({ data, object }: Props) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const change = useChangeImport(data.id);
  const steer = useSteerImport(data.id);
  const isOpen = data.problems.length > 0;
  const hasErrors = data.preview.some((row) => row.errors.length > 0);

  function set(settings: Partial<ImportSettings>) {
    change.mutate({ settings: { ...data.settings, ...settings } });
  }

  async function run() {
    const agrees =
      !hasErrors ||
      (await modal.confirm({
        title: t("transfer.runWithErrors"),
        content: t("transfer.runWithErrorsHelp"),
        okText: t("transfer.run"),
        cancelText: t("transfer.back"),
      }));
    if (agrees) {
      steer.mutate("run");
    }
  }

  return (
    <>
      <div className={styles.setup}>
        <Panel
          title={t("transfer.mapping")}
          extra={<MappingChoice data={data} onChange={change.mutate} />}
        >
          <MappingTable data={data} onChange={(mapping) => set({ mapping })} />
        </Panel>
        <Panel title={t("transfer.options")}>
          <FileOptions data={data} onFile={change.mutate} onSettings={set} />
        </Panel>
      </div>
      <Panel
        title={t("transfer.preview")}
        extra={<span className={styles.hint}>{t("transfer.previewHelp")}</span>}
      >
        <PreviewTable data={data} object={object} isLoading={change.isPending} />
      </Panel>
      <Flex justify="end" align="center" gap={8} className={styles.foot ?? ""}>
        {isOpen && (
          <span className={styles.wrong}>
            {data.problems.map((problem) => problemWords(data, problem)).join(t("transfer.and"))}
          </span>
        )}
        <Button onClick={() => navigate(paths.imports)}>{t("transfer.later")}</Button>
        <Button
          type="primary"
          disabled={isOpen || change.isPending}
          loading={steer.isPending}
          onClick={run}
        >
          {t("transfer.run")}
        </Button>
      </Flex>
    </>
  );
}
