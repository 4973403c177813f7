import { CloseOutlined, DownloadOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Modal, Progress, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { formatBytes, formatInstant, formatMoment, formatNumber } from "@/shared/format";
import { useObjectMeta } from "@/shared/meta";
import styles from "./export-dialog.module.css";
import {
  contentAddress,
  exportsOptions,
  isBusy,
  type ListExport,
  useDropExport,
} from "./export-queries";

/** The lists that this person has taken away or is taking away. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const exports = useQuery(exportsOptions());
  return (
    <Modal open title={t("export.mine")} footer={null} onCancel={onClose}>
      <p className={styles.help}>{t("export.help")}</p>
      {exports.isPending && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {exports.isError && <Alert type="warning" title={exports.error.message} />}
      {exports.data?.length === 0 && <p className={styles.help}>{t("export.none")}</p>}
      <ul className={styles.list}>
        {exports.data?.map((each) => (
          <ExportRow key={each.id} each={each} />
        ))}
      </ul>
    </Modal>
  );
}

function ExportRow({ each }: { each: ListExport }) {
  const { t } = useTranslation();
  const object = useObjectMeta(each.object);
  const drop = useDropExport();
  const busy = isBusy(each);
  const name = `${object?.pluralLabel ?? each.object} · ${t(`export.format.${each.format}`)}`;
  const percent = each.total ? Math.floor((each.done / each.total) * 100) : 0;
  return (
    <li>
      <div className={styles.about}>
        <p>{name}</p>
        {busy && <Progress percent={percent} size="small" aria-label={name} />}
        <p className={styles.help} role={busy ? "status" : undefined}>
          {t(`export.state.${each.state}`, { done: formatNumber(each.done) })}
          {each.size ? ` · ${formatBytes(each.size)}` : ""}
          {" · "}
          <time dateTime={each.createdAt} title={formatInstant(each.createdAt)}>
            {formatMoment(each.createdAt)}
          </time>
        </p>
      </div>
      {each.state === "done" && (
        <Button
          type="primary"
          size="small"
          icon={<DownloadOutlined aria-hidden="true" />}
          href={contentAddress(each.id)}
          download
        >
          {t("export.download")}
        </Button>
      )}
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined aria-hidden="true" />}
        aria-label={t(busy ? "export.cancel" : "export.remove", { name })}
        loading={drop.isPending}
        onClick={() => drop.mutate(each.id)}
      />
    </li>
  );
}
