import { FilterOutlined } from "@ant-design/icons";
import { Button, DatePicker, Input, Select } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldOf, type ObjectMeta, useMeta } from "@/shared/meta";
import { ReferencePicker } from "@/shared/reference-picker";
import { NO_FILTER, type TimelineFilter } from "./history-queries";
import styles from "./timeline.module.css";

type Props = {
  object: ObjectMeta;
  filter: TimelineFilter;
  onChange: (filter: TimelineFilter) => void;
};

/** Search and filters of a history: by kind, person and period. */
export function TimelineFilters({ object, filter, onChange }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const kinds = useKinds(object);
  const isFiltered = filter !== NO_FILTER;
  const period = [filter.from, filter.to].map((day) => (day === undefined ? null : dayjs(day)));
  return (
    <div className={styles.filters}>
      <Input.Search
        allowClear
        size="small"
        className={styles.search ?? ""}
        placeholder={t("history.search")}
        aria-label={t("history.search")}
        defaultValue={filter.q}
        onSearch={(q) => onChange({ ...filter, q: q.trim() })}
      />
      <Button
        size="small"
        type={isFiltered ? "link" : "text"}
        icon={<FilterOutlined aria-hidden="true" />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t("history.filter")}
      </Button>
      {isFiltered && (
        <Button size="small" type="text" onClick={() => onChange(NO_FILTER)}>
          {t("history.showAll")}
        </Button>
      )}
      {isOpen && (
        <div className={styles.choices}>
          <Select
            mode="multiple"
            allowClear
            size="small"
            maxTagCount="responsive"
            placeholder={t("history.allKinds")}
            aria-label={t("history.kinds")}
            value={filter.kinds}
            options={kinds}
            onChange={(chosen) => onChange({ ...filter, kinds: chosen })}
          />
          <ReferencePicker
            object="user"
            value={filter.person ?? null}
            aria-label={t("history.person")}
            placeholder={t("history.person")}
            onChange={(person) => onChange({ ...filter, person })}
          />
          <DatePicker.RangePicker
            size="small"
            value={[period[0] ?? null, period[1] ?? null]}
            aria-label={t("history.period")}
            onChange={(days) =>
              onChange({
                ...filter,
                from: days?.[0]?.format("YYYY-MM-DD"),
                to: days?.[1]?.format("YYYY-MM-DD"),
              })
            }
          />
        </div>
      )}
    </div>
  );
}

/** The kinds of record that can stand in this history, activities by their own kinds. */
function useKinds(object: ObjectMeta) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const shown = objects.filter((other) => object.timeline.includes(other.name));
  const kinds = shown.flatMap((other) => {
    const options = other.name === "activity" ? fieldOf(other, "kind")?.options : undefined;
    return options === undefined
      ? [{ value: other.name, label: other.pluralLabel }]
      : options.map(({ value, label }) => ({ value: `${other.name}:${value}`, label }));
  });
  return [
    ...kinds,
    { value: "file", label: t("file.title") },
    { value: "change", label: t("history.changes") },
  ];
}
