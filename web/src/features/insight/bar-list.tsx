import { Link } from "react-router";
import { formatCompactMoney, formatMoney, formatNumber } from "@/shared/format";
import styles from "./bar-list.module.css";

export type Bar = { key: string; label: string; customers: number; revenue?: number; to: string };

/** Named counts as bars, each a link to its customers. */
export function BarList({ bars, currency }: { bars: Bar[]; currency: string }) {
  const most = Math.max(1, ...bars.map((bar) => bar.customers));
  return (
    <ul className={styles.bars}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <Link to={bar.to} className={styles.bar}>
            <span className={styles.label}>{bar.label}</span>
            <span className={styles.track}>
              <span style={{ width: `${(bar.customers / most) * 100}%` }} />
            </span>
            <span className={styles.count}>{formatNumber(bar.customers)}</span>
            {bar.revenue !== undefined && (
              <span
                className={styles.revenue}
                title={formatMoney({ amount: String(bar.revenue), currency })}
              >
                {formatCompactMoney(bar.revenue, currency)}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
