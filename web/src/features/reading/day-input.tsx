import { DatePicker, Flex, InputNumber, Select } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import type { Condition } from "@/shared/filter";
import {
  COUNTED,
  formatRelative,
  MOST_DAYS,
  PERIODS,
  parseRelative,
  type RelativeDay,
} from "@/shared/relative-day";
import styles from "./condition-editor.module.css";

type Props = { label: string; condition: Condition; onChange: (value: unknown) => void };

const USUAL_DAYS = 30;

/** A day, days told from today, or all days between two. */
export function DayInput({ label, condition, onChange }: Props) {
  const { t } = useTranslation();
  const { op, value } = condition;
  if (op === "between") {
    const [from, to] = Array.isArray(value) ? value : [];
    return (
      <DatePicker.RangePicker
        value={isDay(from) && isDay(to) ? [dayjs(from), dayjs(to)] : null}
        onChange={(range) => {
          onChange(range?.[0] && range[1] ? [wire(range[0]), wire(range[1])] : undefined);
        }}
      />
    );
  }
  const day = parseRelative(value);
  const kinds: (RelativeDay["kind"] | "date")[] = [...PERIODS, ...COUNTED, "date"];
  return (
    <Flex gap={8} align="center" wrap>
      <Select
        className={styles.period ?? ""}
        aria-label={t("shared.day.when")}
        popupMatchSelectWidth={false}
        listHeight={320}
        value={day?.kind ?? ("date" as const)}
        options={kinds.map((kind) => ({
          value: kind,
          label: t(`shared.day.${kind}`),
        }))}
        onChange={(kind) => onChange(kind === "date" ? undefined : formatRelative(usual(kind)))}
      />
      {day === undefined && (
        <DatePicker
          aria-label={label}
          value={isDay(value) ? dayjs(value) : null}
          onChange={(chosen) => onChange(chosen === null ? undefined : wire(chosen))}
        />
      )}
      {day !== undefined && "days" in day && (
        <InputNumber
          autoFocus
          aria-label={t("shared.day.count")}
          min={day.kind === "daysAgo" ? 0 : 1}
          max={MOST_DAYS}
          precision={0}
          value={day.days}
          onChange={(days) => {
            if (days !== null) {
              onChange(formatRelative({ kind: day.kind, days }));
            }
          }}
        />
      )}
    </Flex>
  );
}

function usual(kind: RelativeDay["kind"]): RelativeDay {
  return kind === "lastDays" || kind === "nextDays" || kind === "daysAgo"
    ? { kind, days: USUAL_DAYS }
    : { kind };
}

function isDay(value: unknown): value is string {
  return typeof value === "string" && !value.startsWith("@");
}

/** Days stand for the whole day in the zone of the company, also where the field has a time. */
function wire(day: dayjs.Dayjs): string {
  return day.format("YYYY-MM-DD");
}
