import { InboxOutlined } from "@ant-design/icons";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./files.module.css";

/** Lets files be dropped anywhere on the page, and says so while they hover over it. */
export function FileDrop({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent((files: File[]) => onFiles(files));

  useEffect(() => {
    let depth = 0;
    function over(event: DragEvent) {
      if (hasFiles(event)) {
        event.preventDefault();
      }
    }
    function enter(event: DragEvent) {
      if (hasFiles(event)) {
        depth += 1;
        setOver(true);
      }
    }
    function leave(event: DragEvent) {
      if (hasFiles(event)) {
        depth = Math.max(0, depth - 1);
        setOver(depth > 0);
      }
    }
    function drop(event: DragEvent) {
      if (hasFiles(event)) {
        event.preventDefault();
        depth = 0;
        setOver(false);
        take(filesOf(event));
      }
    }
    window.addEventListener("dragover", over);
    window.addEventListener("dragenter", enter);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragenter", enter);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, []);

  return isOver ? (
    <div className={styles.drop}>
      <p>
        <InboxOutlined aria-hidden="true" /> {t("file.drop")}
      </p>
    </div>
  ) : null;
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") === true;
}

/** Folders cannot be read; they look like files of no type. */
function filesOf(event: DragEvent): File[] {
  return [...(event.dataTransfer?.items ?? [])].flatMap((item) => {
    const file = item.webkitGetAsEntry?.()?.isDirectory === true ? null : item.getAsFile();
    return file ?? [];
  });
}
