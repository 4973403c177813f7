import { CommentOutlined, PushpinFilled, PushpinOutlined } from "@ant-design/icons";
import { Button, Checkbox, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FileEntry, FileMark, useFileMarks } from "@/features/file";
import { useUpdateRecord } from "@/features/writing";
import { announce } from "@/shared/announce";
import { plainText } from "@/shared/field-value";
import { formatInstant, formatMoment, formatPlan, formatTime } from "@/shared/format";
import { type FieldMeta, fieldOf, type ObjectMeta, pathOf, useObjectMeta } from "@/shared/meta";
import { RecordLink } from "@/shared/record-link";
import { fieldValue, isReference, type RecordData, titleOf } from "@/shared/records";
import { type Tone, ToneTag } from "@/shared/tone-tag";
import { ChangeEntry } from "./change-entry";
import { EntryComments } from "./entry-comments";
import { type TimelineItem, usePin } from "./history-queries";
import styles from "./timeline.module.css";

const TONES: Record<string, Tone> = { order: "blue", task: "gold", return: "attention" };
const TOLD: Record<string, string[]> = {
  activity: ["contact", "direction", "duration", "outcome", "owner"],
};
const MARKS = 4;
const FILE = "file";

type Props = { item: TimelineItem; object: ObjectMeta; record: RecordData; isPinned: boolean };

/** One entry of a history, drawn from the meta data of whatever kind of record it is. */
export function TimelineEntry({ item, object, record, isPinned }: Props) {
  const kind = useObjectMeta(item.object);
  if (item.change) {
    return <ChangeEntry object={object} change={item.change} />;
  } else if (item.object === FILE && item.record) {
    return <FileLine item={item} told={item.record} />;
  } else if (kind === undefined || !item.record) {
    return null;
  }
  return <RecordEntry {...{ item, object, record, isPinned, kind, told: item.record }} />;
}

/** A file that came is no record of its own. */
function FileLine({ item, told }: { item: TimelineItem; told: RecordData }) {
  const marks = useFileMarks();
  return (
    <li className={styles.item}>
      <time dateTime={item.at} title={formatInstant(item.at)}>
        {formatTime(item.at)}
      </time>
      <span>
        <FileMark file={told} />
      </span>
      <div className={styles.body}>
        <p className={styles.title}>
          <FileEntry file={told} />
        </p>
        <p className={styles.actor}>{marks(told)}</p>
      </div>
    </li>
  );
}

type RecordProps = Props & { kind: ObjectMeta; told: RecordData };

function RecordEntry({ item, object, record, isPinned, kind, told }: RecordProps) {
  const { t } = useTranslation();
  const [isTalking, setTalking] = useState(false);
  const pin = usePin(pathOf(object), record.id);
  const field = fieldOf(kind, "kind");
  const value = field === undefined ? undefined : fieldValue(told, field.name);
  const text = longTextOf(kind, told);
  const marks = marksOf(kind, told, record.id);
  const isPlanned = told.done === false && typeof told.dueAt === "string";
  const isLate = isPlanned && Date.parse(item.at) < Date.now();
  return (
    <li className={styles.item} data-late={isLate}>
      <time dateTime={item.at} title={formatInstant(item.at)}>
        {isPlanned ? formatPlan(item.at) : isPinned ? formatMoment(item.at) : formatTime(item.at)}
      </time>
      <span>
        <ToneTag tone={TONES[String(value ?? "")] ?? TONES[kind.name] ?? "brand"}>
          {field === undefined || !value ? kind.label : plainText(field, value)}
        </ToneTag>
      </span>
      <div className={styles.body}>
        <p className={styles.title}>
          {isPlanned && <Tick kind={kind} told={told} />}
          <RecordLink object={item.object} id={item.id}>
            {titleOf(told, kind.titleField)}
          </RecordLink>
          {isLate && <span className={styles.late}>{t("history.late")}</span>}
        </p>
        {text !== "" && <p className={styles.text}>{text}</p>}
        {marks !== "" && <p className={styles.actor}>{marks}</p>}
        {isTalking && <EntryComments path={pathOf(kind)} id={item.id} />}
      </div>
      <div className={styles.tools}>
        <Tooltip title={t("history.comment")}>
          <Button
            type="text"
            size="small"
            icon={<CommentOutlined />}
            aria-label={t("history.comment")}
            aria-expanded={isTalking}
            onClick={() => setTalking(!isTalking)}
          >
            {item.comments > 0 ? item.comments : null}
          </Button>
        </Tooltip>
        {object.rights.update && (
          <Tooltip title={t(isPinned ? "history.unpin" : "history.pin")}>
            <Button
              type="text"
              size="small"
              icon={isPinned ? <PushpinFilled /> : <PushpinOutlined />}
              aria-label={t(isPinned ? "history.unpin" : "history.pin")}
              onClick={() => pin.mutate(isPinned ? undefined : item, { onError: announce })}
            />
          </Tooltip>
        )}
      </div>
    </li>
  );
}

/** What is planned is ticked off where it stands. */
function Tick({ kind, told }: { kind: ObjectMeta; told: RecordData }) {
  const { t } = useTranslation();
  const update = useUpdateRecord(pathOf(kind));
  const name = titleOf(told, kind.titleField);
  return (
    <Checkbox
      checked={update.isPending}
      disabled={!kind.rights.update || update.isPending}
      aria-label={t("history.tickOff", { name })}
      onChange={() => update.mutate({ record: told, body: { done: true } }, { onError: announce })}
    />
  );
}

function longTextOf(object: ObjectMeta, record: Record<string, unknown>): string {
  const field = object.fields.find(({ kind }) => kind === "longText");
  const value = field === undefined ? undefined : fieldValue(record, field.name);
  return typeof value === "string" ? value : "";
}

/** What else a person wants to see at a glance: amounts, states, people. */
function marksOf(object: ObjectMeta, record: Record<string, unknown>, about: string): string {
  return (TOLD[object.name] ?? object.defaultColumns)
    .flatMap((name) => fieldOf(object, name) ?? [])
    .filter((field) => field.name !== object.titleField && field.name !== "kind")
    .map((field) => markOf(field, fieldValue(record, field.name), about))
    .filter((words) => words !== "")
    .slice(0, MARKS)
    .join(" · ");
}

function markOf(field: FieldMeta, value: unknown, about: string): string {
  if (value === null || value === undefined) {
    return "";
  } else if (field.kind === "number") {
    return `${field.label} ${plainText(field, value)}`;
  }
  const isUseful = ["money", "choice", "choices", "reference"].includes(field.kind);
  const isItself = isReference(value) && value.id === about;
  return isUseful && !isItself ? plainText(field, value) : "";
}
