import { DownloadOutlined, LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Image, Modal, Result, Space } from "antd";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useIsPhone } from "@/shared/media";
import {
  type AttachedFile,
  contentAddress,
  type Preview,
  pdfAddress,
  pictureAddress,
} from "./file-queries";
import styles from "./files.module.css";

/** Which version of which file is looked at. */
export type Seen = { id: string; number: number };

type Props = {
  files: AttachedFile[];
  seen: Seen;
  onSee: (seen: Seen) => void;
  onClose: () => void;
};

/** Shows pictures and PDF files large, one after the other. */
export function FileViewer({ files, seen, onSee, onClose }: Props) {
  const { t } = useTranslation();
  const visible = files.filter((file) => file.preview);
  const place = visible.findIndex(({ id }) => id === seen.id);
  const file = files.find(({ id }) => id === seen.id);
  const version = file?.versions.find(({ number }) => number === seen.number);
  const steer = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      go(event.key === "ArrowLeft" ? -1 : 1);
    }
  });
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      steer(event);
    }
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  if (file === undefined || version === undefined) {
    return null;
  }

  function go(by: number) {
    const next = visible[place + by];
    if (next !== undefined) {
      onSee({ id: next.id, number: next.number });
    }
  }

  return (
    <Modal
      open
      centered
      width="min(1200px, 96vw)"
      title={version.name}
      onCancel={onClose}
      footer={
        <Space>
          <Button
            icon={<LeftOutlined aria-hidden="true" />}
            aria-label={t("file.previous")}
            disabled={place <= 0}
            onClick={() => go(-1)}
          />
          <Button
            icon={<RightOutlined aria-hidden="true" />}
            aria-label={t("file.next")}
            disabled={place < 0 || place === visible.length - 1}
            onClick={() => go(1)}
          />
          <Button
            type="primary"
            icon={<DownloadOutlined aria-hidden="true" />}
            href={contentAddress(file.id, version.number)}
          >
            {t("file.download")}
          </Button>
        </Space>
      }
    >
      <div className={styles.viewer}>
        <Content
          key={`${file.id} ${version.number}`}
          seen={seen}
          preview={version.preview}
          name={version.name}
        />
      </div>
    </Modal>
  );
}

type ContentProps = { seen: Seen; preview: Preview | null | undefined; name: string };

function Content({ seen, preview, name }: ContentProps) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const [fails, setFails] = useState(false);
  if (fails || (preview === "pdf" && isPhone)) {
    return <Result status="info" title={t("file.noPreview")} />;
  }
  return preview === "pdf" ? (
    <iframe src={pdfAddress(seen.id, seen.number)} title={name} />
  ) : (
    <Image
      preview={false}
      src={pictureAddress(seen.id, seen.number, true)}
      alt={name}
      onError={() => setFails(true)}
    />
  );
}
