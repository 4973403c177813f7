import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { formatNumber } from "@/shared/format";
import styles from "./activity-months.module.css";
import { Chart, type Tone } from "./chart";
import { customersWith } from "./customer-links";
import type { ActivityName, Month, Overview } from "./overview-queries";

const CLASSES: ActivityName[] = ["A", "B", "W", "C", "N"];
const TONES: Record<ActivityName, string> = {
  A: "layer-big",
  B: "layer-medium",
  W: "sand",
  C: "layer-idle",
  N: "blue",
};

/** How regularly customers bought, month by month; the legend counts those of today. */
export function ActivityMonths({ data }: { data: Overview }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { months, current } = data.activity;
  return (
    <>
      <Chart
        label={`${t("insight.activity.title")} ${data.asOf}`}
        height={218}
        option={(tone) => option(tone, months)}
        onPick={({ seriesName }) => {
          if (seriesName !== undefined) {
            navigate(customersWith("activityClass", seriesName));
          }
        }}
      />
      <ul className={styles.legend}>
        {CLASSES.map((name) => {
          const customers = current.find((row) => row.class === name)?.customers ?? 0;
          return (
            <li key={name}>
              <Link to={customersWith("activityClass", name)}>
                <span style={{ background: `var(--kz-${TONES[name]})` }} />
                {t(`insight.activity.classes.${name}`)} <strong>{formatNumber(customers)}</strong>
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function option(tone: Tone, months: Month[]) {
  return {
    grid: { left: 4, right: 4, top: 10, bottom: 2, outerBoundsMode: "same" },
    xAxis: {
      type: "category",
      data: months.map((month) => month.month),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: tone("line") } },
      axisLabel: { color: tone("ink-faint") },
    },
    yAxis: {
      type: "value",
      splitLine: { lineStyle: { color: tone("line") } },
      axisLabel: { color: tone("ink-faint"), formatter: (value: number) => formatNumber(value) },
    },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      backgroundColor: tone("surface"),
      borderColor: tone("line"),
      textStyle: { color: tone("ink"), fontSize: 12 },
    },
    series: CLASSES.map((name) => ({
      name,
      type: "bar",
      stack: "all",
      barMaxWidth: 28,
      barCategoryGap: "26%",
      itemStyle: { color: tone(TONES[name]), borderColor: tone("surface"), borderWidth: 0.5 },
      data: months.map((month) => month[name]),
    })),
  };
}
