import { CloseOutlined, ReloadOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import { formatBytes } from "@/shared/format";
import { request } from "@/shared/http";
import { type FileUpload, fileKeys, unfinishedOptions } from "./file-queries";
import styles from "./files.module.css";
import { markOf } from "./send-file";
import { dropUpload, retryUpload, type Upload, useUploads } from "./uploads";

/** What is on its way, with how far it is. */
export function UploadRows({ record }: { record: string }) {
  const { t } = useTranslation();
  const uploads = useUploads(record);
  return uploads.length === 0 ? null : (
    <ul className={styles.uploads} aria-label={t("file.underWay")}>
      {uploads.map((upload) => (
        <UploadRow key={upload.key} upload={upload} />
      ))}
    </ul>
  );
}

function UploadRow({ upload }: { upload: Upload }) {
  const { t } = useTranslation();
  const name = upload.file.name;
  const percent = upload.file.size === 0 ? 0 : Math.floor((upload.sent / upload.file.size) * 100);
  return (
    <li>
      <div className={styles.about}>
        <p className={styles.name}>{name}</p>
        <Progress
          percent={percent}
          size="small"
          status={upload.state === "failed" ? "exception" : "active"}
          aria-label={t("file.progress", { name })}
        />
        <p className={styles.meta} role={upload.state === "failed" ? "alert" : "status"}>
          {upload.state === "failed"
            ? upload.problem || t("file.failed")
            : t(`file.state.${upload.state}`, {
                sent: formatBytes(upload.sent),
                size: formatBytes(upload.file.size),
              })}
        </p>
      </div>
      {upload.state === "failed" && (
        <Button
          type="text"
          size="small"
          icon={<ReloadOutlined aria-hidden="true" />}
          aria-label={t("file.retry", { name })}
          onClick={() => retryUpload(upload.key)}
        />
      )}
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined aria-hidden="true" />}
        aria-label={t("file.stop", { name })}
        onClick={() => dropUpload(upload.key)}
      />
    </li>
  );
}

/** What was interrupted by a reload: the browser needs to be shown the same file again. */
export function Unfinished({ path, record }: { path: string; record: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const underWay = useUploads(record).map(({ file }) => markOf(file));
  const unfinished = useQuery(unfinishedOptions(path, record));
  const discard = useMutation({
    mutationFn: (id: string) => request<void>("DELETE", `/api/uploads/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: fileKeys(path, record) }),
  });
  const left = (unfinished.data ?? []).filter(({ mark }) => !underWay.includes(mark ?? ""));
  return left.length === 0 ? null : (
    <ul className={styles.uploads} aria-label={t("file.interrupted")}>
      {left.map((upload: FileUpload) => (
        <li key={upload.id}>
          <div className={styles.about}>
            <p className={styles.name}>{upload.name}</p>
            <p className={styles.meta}>
              {t("file.interruptedAt", {
                sent: formatBytes(upload.received),
                size: formatBytes(upload.size),
              })}
            </p>
          </div>
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden="true" />}
            aria-label={t("file.discard", { name: upload.name })}
            onClick={() => discard.mutate(upload.id)}
          />
        </li>
      ))}
    </ul>
  );
}
