import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { formatNumber, formatPercent } from "@/shared/format";
import { paths } from "@/shared/paths";
import { Chart, type Tone } from "./chart";
import styles from "./concentration.module.css";
import { customersWith } from "./customer-links";
import type { Overview } from "./overview-queries";

const HEAD = 0.2;

/** The 80/20 curve with its conclusion in words. */
export function Concentration({ data }: { data: Overview }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { curve, top20Share, gini, abc } = data.concentration;
  const total = abc.reduce((sum, row) => sum + row.revenue, 0);
  const conclusion =
    top20Share === null || top20Share === undefined
      ? t("insight.concentration.none")
      : t("insight.concentration.conclusion", { share: formatPercent(top20Share) });
  return (
    <>
      <Chart
        label={`${conclusion} ${data.asOf}`}
        height={218}
        option={(tone) => option(tone, { curve, share: top20Share ?? 0, conclusion })}
        onPick={() => navigate(paths.list("customers"))}
      />
      <div className={styles.foot}>
        {abc.map((row) => (
          <Link key={row.class} to={customersWith("revenueClass", row.class)}>
            <strong>{row.class}</strong>{" "}
            {t("insight.concentration.class", {
              count: row.customers,
              customers: formatNumber(row.customers),
              share: formatPercent(total === 0 ? 0 : row.revenue / total, 0),
            })}
          </Link>
        ))}
        {gini !== null && gini !== undefined && (
          <span className={styles.gini} title={t("insight.concentration.giniHelp")}>
            {t("insight.concentration.gini", { value: formatNumber(gini, 3) })}
          </span>
        )}
      </div>
    </>
  );
}

type Curve = { curve: [number, number][]; share: number; conclusion: string };

function option(tone: Tone, { curve, share, conclusion }: Curve) {
  const axis = {
    type: "value",
    min: 0,
    max: 1,
    interval: 0.2,
    axisLabel: { color: tone("ink-faint"), formatter: (value: number) => formatPercent(value, 0) },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
  };
  return {
    grid: { left: 4, right: 14, top: 10, bottom: 2, outerBoundsMode: "same" },
    xAxis: { ...axis, axisLine: { show: true, lineStyle: { color: tone("line") } } },
    yAxis: { ...axis, interval: 0.5 },
    tooltip: {
      trigger: "axis",
      backgroundColor: tone("surface"),
      borderColor: tone("line"),
      textStyle: { color: tone("ink"), fontSize: 12 },
      formatter: ([point]: { value: [number, number] }[]) =>
        point === undefined
          ? ""
          : `${formatPercent(point.value[0])} → ${formatPercent(point.value[1])}`,
    },
    series: [
      {
        type: "line",
        data: curve,
        showSymbol: false,
        lineStyle: { color: tone("brand"), width: 2.2 },
        itemStyle: { color: tone("brand") },
        markPoint: {
          symbol: "circle",
          symbolSize: 9,
          itemStyle: { color: tone("persimmon") },
          label: {
            show: true,
            position: "right",
            distance: 6,
            offset: [0, 9],
            backgroundColor: tone("surface"),
            padding: [1, 4],
            color: tone("attention"),
            fontSize: 13,
            formatter: conclusion,
          },
          data: [{ coord: [HEAD, share] }],
        },
        markLine: {
          silent: true,
          symbol: "none",
          label: { show: false },
          lineStyle: { color: tone("persimmon"), type: [3, 3] },
          data: [[{ coord: [HEAD, 0] }, { coord: [HEAD, share] }]],
        },
      },
      {
        type: "line",
        silent: true,
        showSymbol: false,
        tooltip: { show: false },
        data: [
          [0, 0],
          [1, 1],
        ],
        lineStyle: { color: tone("layer-idle"), width: 1, type: [4, 4] },
      },
    ],
  };
}
