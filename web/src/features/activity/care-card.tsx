import { GiftOutlined } from "@ant-design/icons";
import { queryOptions, useQuery } from "@tanstack/react-query";
import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { formatDay } from "@/shared/format";
import { get } from "@/shared/http";
import { Panel } from "@/shared/page";
import { RecordLink } from "@/shared/record-link";
import styles from "./tasks.module.css";

type CareDate = {
  object: string;
  id: string;
  title: string;
  label: string;
  date: string;
  years: number;
};

function careOptions(language: string) {
  return queryOptions({
    queryKey: ["records", "care-dates", language],
    queryFn: ({ signal }) => get<{ items: CareDate[] }>("/api/care-dates", { days: 7 }, signal),
  });
}

/** Birthdays and anniversaries of the next seven days; nothing where there are none. */
export function CareCard() {
  const { t } = useTranslation();
  const care = useQuery(careOptions(i18next.language));
  const items = care.data?.items ?? [];
  if (items.length === 0) {
    return null;
  }
  return (
    <div className={styles.careBox}>
      <Panel title={t("activity.care.title")}>
        <ul className={styles.care}>
          {items.map((item) => (
            <li key={item.id + item.label}>
              <GiftOutlined aria-hidden="true" />
              <span>
                <RecordLink object={item.object} id={item.id}>
                  {item.title}
                </RecordLink>
                <small>
                  <Occasion {...item} />
                </small>
              </span>
              <time dateTime={item.date}>{formatDay(item.date)}</time>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

/** People grow older; what they do together has anniversaries. */
function Occasion({ object, label, years }: CareDate) {
  const { t } = useTranslation();
  if (years <= 0) {
    return label;
  }
  return object === "contact"
    ? t("activity.care.age", { label, age: years })
    : t("activity.care.years", { label, count: years });
}
