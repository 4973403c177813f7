import { useTranslation } from "react-i18next";
import { formatBytes } from "@/shared/format";
import { isReference } from "@/shared/records";
import { ToneTag } from "@/shared/tone-tag";
import { contentAddress, type Direction, KINDS } from "./file-queries";

type Props = { file: Record<string, unknown> };

/** The kind of a file as a mark in the history. */
export function FileMark({ file }: Props) {
  const { t } = useTranslation();
  const kind = KINDS.find((known) => known === file.kind) ?? "file";
  return <ToneTag tone="blue">{t(`file.kind.${kind}`)}</ToneTag>;
}

/** What came, and who brought it. */
export function FileEntry({ file }: Props) {
  const { t } = useTranslation();
  const number = Number(file.number);
  return (
    <a href={contentAddress(String(file.file), number)} download>
      {String(file.name)}
      {number > 1 && ` · ${t("file.version", { number })}`}
    </a>
  );
}

/** The rest of what the history says about a file. */
export function useFileMarks(): (file: Record<string, unknown>) => string {
  const { t } = useTranslation();
  return (file) => {
    const direction = (["in", "out"] as Direction[]).find((known) => known === file.direction);
    return [
      direction === undefined ? "" : t(`file.direction.${direction}`),
      formatBytes(Number(file.size)),
      isReference(file.createdBy) ? file.createdBy.title : "",
    ]
      .filter((words) => words !== "")
      .join(" · ");
  };
}
