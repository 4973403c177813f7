import { PlusOutlined } from "@ant-design/icons";
import { DatePicker, Input } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCreateRecord } from "@/features/writing";
import { announce } from "@/shared/announce";
import { formatInstant, instantAt } from "@/shared/format";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import { wordsOf } from "./composer-kinds";
import styles from "./tasks.module.css";

/** A line to write down what is to be done; Enter keeps it. */
export function NewTask({ activity }: { activity: ObjectMeta }) {
  const { t } = useTranslation();
  const create = useCreateRecord(pathOf(activity));
  const [text, setText] = useState("");
  const [due, setDue] = useState<Dayjs | null>(null);

  function keep() {
    const today = formatInstant(new Date().toISOString()).slice(0, 10);
    const dueAt = due === null ? instantAt(today, "18:00") : due.toISOString();
    create.mutate(
      { kind: "task", dueAt, ...wordsOf(activity, text) },
      {
        onSuccess: () => {
          setText("");
          setDue(null);
        },
        onError: announce,
      },
    );
  }

  return (
    <div className={styles.add}>
      <Input
        prefix={<PlusOutlined aria-hidden="true" />}
        value={text}
        maxLength={200}
        placeholder={t("activity.tasks.add")}
        aria-label={t("activity.tasks.add")}
        disabled={create.isPending}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={() => text.trim() !== "" && keep()}
      />
      <DatePicker
        showTime={{ format: "HH:mm", defaultOpenValue: dayjs().hour(18).startOf("hour") }}
        format="YYYY-MM-DD HH:mm"
        value={due}
        placeholder={t("activity.tasks.today")}
        aria-label={t("activity.tasks.due")}
        onChange={setDue}
      />
    </div>
  );
}
