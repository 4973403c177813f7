import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatCompactMoney, formatMoney, formatNumber, formatPercent } from "@/shared/format";
import { paths } from "@/shared/paths";
import { customersWhere } from "./customer-links";
import type { Overview } from "./overview-queries";
import styles from "./totals.module.css";

export function Totals({ data }: { data: Overview }) {
  const { t } = useTranslation();
  const { totals, currency } = data;
  const share = totals.revenue === 0 ? 0 : totals.attributedRevenue / totals.revenue;
  return (
    <div className={styles.totals}>
      <Total
        label={t("insight.totals.buyers")}
        to={customersWhere({ field: "value.frequency", op: "ge", value: 1 })}
        note={t("insight.totals.ofCustomers", {
          count: totals.customers,
          customers: formatNumber(totals.customers),
        })}
        change={totals.newBuyersChange}
        changeHelp={t("insight.totals.newBuyersHelp")}
      >
        {formatNumber(totals.buyers)}
      </Total>
      <Total
        label={t("insight.totals.revenue")}
        to={customersWhere({ field: "value.revenue", op: "gt", value: 0 })}
        note={t("insight.totals.revenueShare", { share: formatPercent(share) })}
        title={formatMoney({ amount: String(totals.attributedRevenue), currency })}
      >
        {formatCompactMoney(totals.attributedRevenue, currency)}
      </Total>
      <Total
        label={t("insight.totals.rates")}
        to={customersWhere({ field: "value.declining", op: "eq", value: true })}
        note={t("insight.totals.ratesNote")}
      >
        {rate(totals.upRate)} / {rate(totals.downRate)}
      </Total>
      <Total
        label={t("insight.totals.lines")}
        to={paths.list("order-lines")}
        note={t("insight.totals.withoutCustomer", {
          count: totals.linesWithoutCustomer,
          lines: formatNumber(totals.linesWithoutCustomer),
        })}
        title={formatNumber(totals.lines)}
      >
        {formatNumber(totals.lines)}
      </Total>
    </div>
  );
}

type TotalProps = {
  label: string;
  to: string;
  note: string;
  title?: string;
  change?: number | null | undefined;
  changeHelp?: string;
  children: ReactNode;
};

function Total({ label, to, note, title, change, changeHelp, children }: TotalProps) {
  return (
    <Link to={to} className={styles.total} title={title}>
      <span className={styles.label}>{label}</span>
      <span className={styles.line}>
        <strong>{children}</strong>
        {change !== undefined && change !== null && (
          <span className={change < 0 ? styles.down : styles.up} title={changeHelp}>
            {change < 0 ? <ArrowDownOutlined /> : <ArrowUpOutlined />}{" "}
            {formatPercent(Math.abs(change))}
          </span>
        )}
      </span>
      <span className={styles.note}>{note}</span>
    </Link>
  );
}

function rate(value: number | null | undefined): string {
  return value === null || value === undefined ? "—" : formatPercent(value);
}
