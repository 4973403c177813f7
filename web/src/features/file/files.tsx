import { CameraOutlined, UploadOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Skeleton } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useIsPhone } from "@/shared/media";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import { type RecordData, recordKeys } from "@/shared/records";
import { FileDrop } from "./file-drop";
import { filesOptions } from "./file-queries";
import { FileRow } from "./file-row";
import { FileViewer, type Seen } from "./file-viewer";
import styles from "./files.module.css";
import { Unfinished, UploadRows } from "./upload-rows";
import { addUploads, onArrival } from "./uploads";

type Props = { object: ObjectMeta; record: RecordData };

/** Sends files to a record; one of a name that is there becomes a new version of it. */
function useAdd({ object, record }: Props) {
  const files = useQuery(filesOptions(pathOf(object), record.id));
  return (chosen: Iterable<File>) =>
    addUploads(chosen, (file) => ({
      object: object.name,
      path: pathOf(object),
      record: record.id,
      versionOf: files.data?.items.find((known) => known.name === file.name)?.id,
    }));
}

/** Lets files be dropped anywhere on the page of a record by those who may change it. */
export function FileDropPage({ object, record, onDrop }: Props & { onDrop: () => void }) {
  const client = useQueryClient();
  const files = useQuery(filesOptions(pathOf(object), record.id));
  const add = useAdd({ object, record });
  useEffect(
    () => onArrival((path, id) => client.invalidateQueries({ queryKey: recordKeys.one(path, id) })),
    [client],
  );
  return files.data?.mayChange === true ? (
    <FileDrop
      onFiles={(dropped) => {
        onDrop();
        add(dropped);
      }}
    />
  ) : null;
}

/** The files of a record, and those on their way to it. */
export function Files({ object, record }: Props) {
  const { t } = useTranslation();
  const path = pathOf(object);
  const files = useQuery(filesOptions(path, record.id));
  const add = useAdd({ object, record });
  const [seen, setSeen] = useState<Seen>();
  const items = files.data?.items ?? [];
  const mayChange = files.data?.mayChange === true;
  return (
    <div className={styles.files}>
      {mayChange && <Chooser onFiles={add} />}
      <UploadRows record={record.id} />
      {mayChange && <Unfinished path={path} record={record.id} />}
      {files.isPending && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {files.isError && <Alert type="warning" title={files.error.message} />}
      {files.isSuccess && items.length === 0 && (
        <p className={styles.empty}>{t(mayChange ? "file.emptyDrop" : "file.empty")}</p>
      )}
      <ul className={styles.list} aria-label={t("file.title")}>
        {items.map((file) => (
          <FileRow key={file.id} path={path} file={file} mayChange={mayChange} onSee={setSeen} />
        ))}
      </ul>
      {seen !== undefined && (
        <FileViewer files={items} seen={seen} onSee={setSeen} onClose={() => setSeen(undefined)} />
      )}
    </div>
  );
}

function Chooser({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const choice = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);

  function take(input: HTMLInputElement) {
    onFiles([...(input.files ?? [])]);
    // Choosing the same file once more shall count as well.
    input.value = "";
  }

  return (
    <div className={styles.chooser}>
      <input
        ref={choice}
        type="file"
        multiple
        hidden
        aria-label={t("file.choose")}
        onChange={(event) => take(event.target)}
      />
      <Button
        icon={<UploadOutlined aria-hidden="true" />}
        onClick={() => choice.current?.click()}
        block={isPhone}
      >
        {t("file.add")}
      </Button>
      {isPhone && (
        <>
          <input
            ref={camera}
            type="file"
            accept="image/*"
            capture="environment"
            hidden
            aria-label={t("file.camera")}
            onChange={(event) => take(event.target)}
          />
          <Button
            block
            icon={<CameraOutlined aria-hidden="true" />}
            onClick={() => camera.current?.click()}
          >
            {t("file.camera")}
          </Button>
        </>
      )}
      {!isPhone && <span className={styles.hint}>{t("file.hint")}</span>}
    </div>
  );
}
