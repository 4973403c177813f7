import type { CSSProperties, KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { choiceTone } from "@/shared/choice-tone";
import { fieldOf, type ObjectMeta, pathOf } from "@/shared/meta";
import { paths } from "@/shared/paths";
import { fieldValue, titleOf } from "@/shared/records";
import styles from "./hour-grid.module.css";
import { type Laid, type Span, STEP, timeOf } from "./hours";
import type { Placed } from "./use-days";
import { type Pull, pulledSpan, type useHourDrag } from "./use-hour-drag";

type Props = {
  object: ObjectMeta;
  id: string;
  laid: Laid<Span & { placed: Placed }>;
  perMinute: number;
  hasLength: boolean;
  drag: ReturnType<typeof useHourDrag>;
  /** Its day among those shown. */
  place: { index: number; days: number };
  onShift: (pull: Omit<Pull, "key">) => void;
};

const NOWHERE = { days: 0, minutes: 0, longer: 0 };
const KEYS: Record<string, { days: number; minutes: number }> = {
  ArrowLeft: { days: -1, minutes: 0 },
  ArrowRight: { days: 1, minutes: 0 },
  ArrowUp: { days: 0, minutes: -STEP },
  ArrowDown: { days: 0, minutes: STEP },
};

/** One record at its time: pulled to another, made longer at its end, or both by keys. */
export function HourEvent({ object, id, laid, perMinute, hasLength, drag, place, onShift }: Props) {
  const { t } = useTranslation();
  const { record, field } = laid.placed;
  const name = titleOf(record, object.titleField);
  const kind = fieldOf(object, "kind") ?? fieldOf(object, "status");
  const mayMove = object.rights.update && !field.readOnly;
  const isPulled = drag.pulled?.key === id;
  const span = isPulled ? pulledSpan(laid, drag.pulled) : laid;
  const hours = `${timeOf(span.start)}–${timeOf(span.end)}`;

  function press(event: KeyboardEvent) {
    const step = KEYS[event.key];
    if (!mayMove || step === undefined || !(event.ctrlKey || event.metaKey)) {
      return;
    }
    event.preventDefault();
    if (!event.shiftKey) {
      onShift({ ...NOWHERE, ...step });
    } else if (hasLength && step.minutes !== 0) {
      onShift({ ...NOWHERE, longer: step.minutes });
    }
  }

  return (
    <li
      className={styles.event}
      data-tone={kind === undefined ? "brand" : choiceTone(kind, fieldValue(record, kind.name))}
      data-done={record.done === true}
      data-pulled={isPulled}
      style={styleOf(span, laid, perMinute, isPulled ? (drag.pulled?.days ?? 0) : 0, place)}
      title={`${hours} ${name}`}
    >
      <Link
        to={paths.record(pathOf(object), record.id)}
        draggable={false}
        aria-label={t("calendar.at", { name, hours })}
        onKeyDown={press}
        onPointerDown={(event) => mayMove && drag.begin(event, id, false)}
        onClick={(event) => drag.hasMoved && event.preventDefault()}
        {...drag.handlers}
      >
        <span>{name}</span>
        <time>{hours}</time>
      </Link>
      {mayMove && hasLength && (
        <span
          aria-hidden="true"
          className={styles.end}
          onPointerDown={(event) => drag.begin(event, id, true)}
          {...drag.handlers}
        />
      )}
    </li>
  );
}

function styleOf(
  span: Span,
  { column, columns }: Laid<Span>,
  perMinute: number,
  pulled: number,
  { index, days }: Props["place"],
): CSSProperties {
  const shift = Math.min(days - 1 - index, Math.max(-index, pulled)) * 100;
  return {
    top: span.start * perMinute,
    height: Math.max(18, (span.end - span.start) * perMinute - 2),
    insetInlineStart: `calc(${(column / columns) * 100}% + 2px)`,
    width: `calc(${100 / columns}% - 4px)`,
    ...(shift === 0 ? {} : { translate: `calc(${shift * columns}% + ${Math.sign(shift) * 4}px)` }),
  };
}
