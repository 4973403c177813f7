import { CalendarOutlined } from "@ant-design/icons";
import { Button, DatePicker, Input, Space } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import styles from "./composer.module.css";

/** What is to be done next, and when. */
export type Step = { words: string; at: string };

type Props = { step: Step | undefined; onChange: (step: Step | undefined) => void };

const HOUR = 10;

/** The next step, planned where the last one is written down. */
export function NextStep({ step, onChange }: Props) {
  const { t } = useTranslation();
  if (step === undefined) {
    return (
      <Button
        type="link"
        size="small"
        className={styles.plan ?? ""}
        icon={<CalendarOutlined aria-hidden="true" />}
        onClick={() => onChange({ words: "", at: later(1, "week").toISOString() })}
      >
        {t("activity.next.plan")}
      </Button>
    );
  }
  return (
    <div className={styles.next}>
      <Input
        autoFocus
        value={step.words}
        maxLength={200}
        placeholder={t("activity.next.hint")}
        aria-label={t("activity.next.what")}
        onChange={(event) => onChange({ ...step, words: event.target.value })}
      />
      <DatePicker
        showTime={{ format: "HH:mm" }}
        format="YYYY-MM-DD HH:mm"
        allowClear={false}
        value={dayjs(step.at)}
        aria-label={t("activity.next.when")}
        presets={[
          { label: t("activity.next.tomorrow"), value: later(1, "day") },
          { label: t("activity.next.inAWeek"), value: later(1, "week") },
          { label: t("activity.next.inAMonth"), value: later(1, "month") },
        ]}
        onChange={(day) => onChange({ ...step, at: (day ?? dayjs()).toISOString() })}
      />
      <Space>
        <Button type="text" size="small" onClick={() => onChange(undefined)}>
          {t("activity.next.none")}
        </Button>
      </Space>
    </div>
  );
}

function later(many: number, unit: "day" | "week" | "month"): Dayjs {
  return dayjs().add(many, unit).hour(HOUR).startOf("hour");
}
