import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, DatePicker, Input, Select } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { dayAfter, formatInstant, formatWeekday } from "@/shared/format";
import { type Exceptional, sampleOf, WEEKDAYS, type Weekday } from "./working-hours";
import styles from "./working-hours.module.css";

type Props = { days: Exceptional[]; onChange: (days: Exceptional[]) => void };

const HOLIDAY = "";

/** Holidays, and days that make up for them. */
export function ExceptionalDays({ days, onChange }: Props) {
  const { t } = useTranslation();
  const put = (index: number, day: Exceptional) =>
    onChange(days.map((known, at) => (at === index ? day : known)));
  const options = [
    { value: HOLIDAY, label: t("calendar.hours.holiday") },
    ...WEEKDAYS.map((weekday) => ({
      value: weekday,
      label: t("calendar.hours.worksAs", { day: formatWeekday(sampleOf(weekday)) }),
    })),
  ];

  function add() {
    const today = formatInstant(new Date().toISOString()).slice(0, 10);
    const last = days
      .map(({ day }) => day)
      .toSorted()
      .at(-1);
    onChange([...days, { day: last === undefined ? today : dayAfter(last, 1), name: "" }]);
  }

  return (
    <>
      <ul className={styles.exceptions}>
        {days.map((exception, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: its day can be changed
            key={index}
          >
            <DatePicker
              allowClear={false}
              value={dayjs(exception.day)}
              aria-label={t("calendar.hours.day")}
              onChange={(day) =>
                put(index, { ...exception, day: day?.format("YYYY-MM-DD") ?? exception.day })
              }
            />
            <Input
              value={exception.name}
              maxLength={100}
              placeholder={t("calendar.hours.name")}
              aria-label={t("calendar.hours.name")}
              onChange={(event) => put(index, { ...exception, name: event.target.value })}
            />
            <Select<Weekday | typeof HOLIDAY>
              value={exception.worksAs ?? HOLIDAY}
              options={options}
              aria-label={t("calendar.hours.kind")}
              onChange={(value) =>
                put(index, { ...exception, worksAs: value === HOLIDAY ? null : value })
              }
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t("calendar.hours.removeDay", { day: exception.day })}
              onClick={() => onChange(days.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      <Button icon={<PlusOutlined aria-hidden="true" />} onClick={add}>
        {t("calendar.hours.addDay")}
      </Button>
    </>
  );
}
