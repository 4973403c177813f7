import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatCompactMoney, formatNumber } from "@/shared/format";
import { customersWhere } from "./customer-links";
import type { Cell, Overview } from "./overview-queries";
import styles from "./rfm-heat-map.module.css";

const STRONG = 0.6;
const SCORES = [1, 2, 3, 4, 5];

/** How recently against how often; the colour is the mean revenue. */
export function RfmHeatMap({ data }: { data: Overview }) {
  const { t } = useTranslation();
  const { grid } = data.rfm;
  const highest = Math.max(1, ...grid.map((cell) => cell.meanRevenue));
  return (
    <table className={styles.map}>
      <caption className="visually-hidden">{t("insight.rfm.lead")}</caption>
      <colgroup>
        <col className={styles.head} />
        <col span={5} />
      </colgroup>
      <tbody>
        {SCORES.toReversed().map((r) => (
          <tr key={r}>
            <th scope="row">{t("insight.rfm.recency", { score: r })}</th>
            {SCORES.map((f) => {
              const cell = grid.find((candidate) => candidate.r === r && candidate.f === f);
              return (
                <td key={f}>
                  {cell !== undefined && (
                    <HeatCell cell={cell} highest={highest} currency={data.currency} />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          {SCORES.map((f) => (
            <th scope="col" key={f}>
              {t("insight.rfm.frequency", { score: f })}
            </th>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

type CellProps = { cell: Cell; highest: number; currency: string };

function HeatCell({ cell, highest, currency }: CellProps) {
  const { t } = useTranslation();
  const value = Math.sqrt(Math.max(0, cell.meanRevenue) / highest);
  const isStrong = value > STRONG;
  const help = t("insight.rfm.cell", {
    count: cell.customers,
    customers: formatNumber(cell.customers),
    mean: formatCompactMoney(cell.meanRevenue, currency),
    total: formatCompactMoney(cell.revenue, currency),
  });
  const to = customersWhere(
    { field: "value.rScore", op: "eq", value: cell.r },
    { field: "value.fScore", op: "eq", value: cell.f },
  );
  return (
    <Link
      to={to}
      title={help}
      aria-label={`R${cell.r} F${cell.f}: ${help}`}
      className={isStrong ? `${styles.cell} ${styles.strong}` : styles.cell}
      style={{
        background: `color-mix(in oklab, var(--kz-scale-high) ${strength(value)}%, var(--kz-scale-low))`,
      }}
    >
      {formatNumber(cell.customers)}
    </Link>
  );
}

/** Leaves out the middle tones, on which neither dark nor white numbers can be read well. */
function strength(value: number): number {
  const percent = value > STRONG ? 86 + (value - STRONG) * 35 : value * 105;
  return Math.round(percent);
}
