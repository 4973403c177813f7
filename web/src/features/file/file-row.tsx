import { MoreOutlined } from "@ant-design/icons";
import { App, Button, Dropdown } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatBytes, formatDate, formatInstant, formatMoment } from "@/shared/format";
import { ToneTag } from "@/shared/tone-tag";
import { FileDetails } from "./file-details";
import { FilePicture } from "./file-icon";
import { useRemoveFile, useRestoreFile } from "./file-mutations";
import { type AttachedFile, contentAddress, type FileVersion } from "./file-queries";
import type { Seen } from "./file-viewer";
import styles from "./files.module.css";
import { addUploads } from "./uploads";

type Props = {
  path: string;
  file: AttachedFile;
  mayChange: boolean;
  onSee: (seen: Seen) => void;
};

export function FileRow({ path, file, mayChange, onSee }: Props) {
  const { t } = useTranslation();
  const [showsVersions, setShowsVersions] = useState(false);
  const latest = file.versions[0];
  return (
    <li className={styles.row}>
      <FilePicture file={file} />
      <div className={styles.about}>
        <p className={styles.name}>
          <Name file={file} version={latest} onSee={onSee} />
          {file.kind !== "file" && (
            <ToneTag tone="blue">
              {t(`file.kind.${file.kind}`)}
              {file.direction && ` · ${t(`file.direction.${file.direction}`)}`}
            </ToneTag>
          )}
        </p>
        <p className={styles.meta}>
          {formatBytes(file.size)}
          {file.documentDate && ` · ${t("file.dated", { date: formatDate(file.documentDate) })}`}
          {latest !== undefined && <Since version={latest} />}
          {file.versions.length > 1 && (
            <Button
              type="link"
              size="small"
              aria-expanded={showsVersions}
              onClick={() => setShowsVersions(!showsVersions)}
            >
              {t("file.versions", { count: file.versions.length })}
            </Button>
          )}
        </p>
        {showsVersions && (
          <ol className={styles.versions}>
            {file.versions.map((version) => (
              <li key={version.number}>
                <span>{t("file.version", { number: version.number })}</span>
                <Name file={file} version={version} onSee={onSee} />
                <span className={styles.meta}>
                  {formatBytes(version.size)}
                  <Since version={version} />
                </span>
                <a href={contentAddress(file.id, version.number)} download>
                  {t("file.download")}
                </a>
              </li>
            ))}
          </ol>
        )}
      </div>
      <Actions path={path} file={file} mayChange={mayChange} />
    </li>
  );
}

function Since({ version }: { version: FileVersion }) {
  const who = version.createdBy?.title;
  return (
    <>
      {" · "}
      <time dateTime={version.createdAt} title={formatInstant(version.createdAt)}>
        {formatMoment(version.createdAt)}
      </time>
      {who !== undefined && ` · ${who}`}
    </>
  );
}

type NameProps = {
  file: AttachedFile;
  version: FileVersion | undefined;
  onSee: (seen: Seen) => void;
};

/** Opens what can be looked at, and downloads the rest. */
function Name({ file, version, onSee }: NameProps) {
  const number = version?.number ?? file.number;
  const name = number === file.number ? file.name : (version?.name ?? file.name);
  return version?.preview ? (
    <button type="button" onClick={() => onSee({ id: file.id, number })}>
      {name}
    </button>
  ) : (
    <a href={contentAddress(file.id, number)} download>
      {name}
    </a>
  );
}

function Actions({ path, file, mayChange }: Omit<Props, "onSee">) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [isEditing, setEditing] = useState(false);
  const newer = useRef<HTMLInputElement>(null);
  const remove = useRemoveFile(path, file.record);
  const restore = useRestoreFile(path, file.record);

  async function removeWithUndo() {
    await remove.mutateAsync(file.id);
    const shown = message.open({
      type: "success",
      duration: 10,
      content: (
        <>
          {t("file.removed", { name: file.name })}{" "}
          <Button
            type="link"
            size="small"
            onClick={() => {
              shown();
              restore.mutate(file.id);
            }}
          >
            {t("file.undo")}
          </Button>
        </>
      ),
    });
  }

  const download = {
    key: "download",
    label: (
      <a href={contentAddress(file.id, file.number)} download>
        {t("file.download")}
      </a>
    ),
  };
  const changes = [
    { key: "newer", label: t("file.newVersion"), onClick: () => newer.current?.click() },
    { key: "edit", label: t("file.edit"), onClick: () => setEditing(true) },
    { key: "remove", danger: true, label: t("file.remove"), onClick: removeWithUndo },
  ];
  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{ items: mayChange ? [download, ...changes] : [download] }}
      >
        <Button
          type="text"
          size="small"
          icon={<MoreOutlined aria-hidden="true" />}
          aria-label={t("file.actions", { name: file.name })}
        />
      </Dropdown>
      <input
        ref={newer}
        type="file"
        hidden
        aria-label={t("file.newVersion")}
        onChange={(event) => {
          addUploads([...(event.target.files ?? [])], () => ({
            object: file.object,
            path,
            record: file.record,
            versionOf: file.id,
          }));
          event.target.value = "";
        }}
      />
      {isEditing && <FileDetails path={path} file={file} onClose={() => setEditing(false)} />}
    </>
  );
}
