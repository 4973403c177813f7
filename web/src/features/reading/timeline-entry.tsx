import { plainText } from "@/shared/field-value";
import { formatInstant, formatMoment } from "@/shared/format";
import { type FieldMeta, fieldOf, type ObjectMeta, useObjectMeta } from "@/shared/meta";
import { RecordLink } from "@/shared/record-link";
import { fieldValue, isReference, titleOf } from "@/shared/records";
import { type Tone, ToneTag } from "@/shared/tone-tag";
import type { TimelineItem } from "./record-queries";
import styles from "./timeline.module.css";

const TONES: Record<string, Tone> = { order: "blue", task: "gold", return: "attention" };
const MARKS = 3;

type Props = { item: TimelineItem; about: string };

/** One line of the timeline, drawn from the meta data of whatever kind of record it is. */
export function TimelineEntry({ item, about }: Props) {
  const object = useObjectMeta(item.object);
  if (object === undefined) {
    return null;
  }
  const kind = fieldOf(object, "kind");
  const kindValue = kind === undefined ? undefined : fieldValue(item.record, kind.name);
  const tone = TONES[String(kindValue ?? "")] ?? TONES[object.name] ?? "brand";
  const text = longTextOf(object, item.record);
  const marks = marksOf(object, item, about);
  return (
    <li className={styles.item}>
      <time dateTime={item.at} title={formatInstant(item.at)}>
        {formatMoment(item.at)}
      </time>
      <span>
        <ToneTag tone={tone}>
          {kind === undefined || !kindValue ? object.label : plainText(kind, kindValue)}
        </ToneTag>
      </span>
      <div className={styles.body}>
        <p>
          <RecordLink object={item.object} id={item.id}>
            {titleOf(item.record, object.titleField)}
          </RecordLink>
        </p>
        {text !== "" && <p className={styles.text}>{text}</p>}
        {marks !== "" && <p className={styles.actor}>{marks}</p>}
      </div>
    </li>
  );
}

function longTextOf(object: ObjectMeta, record: Record<string, unknown>): string {
  const field = object.fields.find(({ kind }) => kind === "longText");
  const value = field === undefined ? undefined : fieldValue(record, field.name);
  return typeof value === "string" ? value : "";
}

/** What else a person wants to see at a glance: amounts, states, people. */
function marksOf(object: ObjectMeta, item: TimelineItem, about: string): string {
  return object.defaultColumns
    .flatMap((name) => fieldOf(object, name) ?? [])
    .filter((field) => field.name !== object.titleField && field.name !== "kind")
    .map((field) => markOf(field, fieldValue(item.record, field.name), about))
    .filter((words) => words !== "")
    .slice(0, MARKS)
    .join(" · ");
}

function markOf(field: FieldMeta, value: unknown, about: string): string {
  const isUseful = ["money", "choice", "reference"].includes(field.kind);
  const isItself = isReference(value) && value.id === about;
  return isUseful && !isItself ? plainText(field, value) : "";
}
