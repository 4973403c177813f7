import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, TimePicker } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { formatWeekday } from "@/shared/format";
import { type Interval, sampleOf, type Weekday } from "./working-hours";
import styles from "./working-hours.module.css";

type Props = {
  weekday: Weekday;
  intervals: Interval[];
  onChange: (index: number, interval: Interval | undefined) => void;
};

const DAY = "2024-01-01";
const FORMAT = "HH:mm";
const FIRST: Interval = { from: "09:00", to: "18:00" };

/** The stretches of work of one weekday; without any it is free. */
export function WeekdayRow({ weekday, intervals, onChange }: Props) {
  const { t } = useTranslation();
  const name = formatWeekday(sampleOf(weekday));
  return (
    <li className={styles.row}>
      <span className={styles.name}>{name}</span>
      {intervals.length === 0 && <span className={styles.free}>{t("calendar.hours.free")}</span>}
      {intervals.map((interval, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is told by its place
          key={index}
          className={styles.interval}
        >
          <TimePicker.RangePicker
            format={FORMAT}
            order={false}
            allowClear={false}
            minuteStep={5}
            aria-label={t("calendar.hours.of", { day: name })}
            value={[dayjs(`${DAY}T${interval.from}`), dayjs(`${DAY}T${interval.to}`)]}
            onChange={(times) =>
              onChange(index, {
                from: times?.[0]?.format(FORMAT) ?? interval.from,
                to: times?.[1]?.format(FORMAT) ?? interval.to,
              })
            }
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t("calendar.hours.remove", { day: name })}
            onClick={() => onChange(index, undefined)}
          />
        </span>
      ))}
      <Button
        type="text"
        icon={<PlusOutlined />}
        aria-label={t("calendar.hours.add", { day: name })}
        onClick={() => onChange(intervals.length, FIRST)}
      />
    </li>
  );
}
