import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldValue } from "@/shared/field-value";
import { formatDate, formatMoney, formatNumber } from "@/shared/format";
import { fieldOf, useObjectMeta } from "@/shared/meta";
import { Panel } from "@/shared/page";
import type { PartProps } from "@/shared/record-parts";
import { fieldValue, isMoney, type Money, type RecordData } from "@/shared/records";
import { TrendStrip } from "@/shared/trend-strip";
import { ExplanationDrawer } from "./explanation-drawer";
import styles from "./value-card.module.css";

/** What one customer is worth, and the way to how this was computed. */
export function ValueCard({ record }: PartProps) {
  const { t } = useTranslation();
  const [isExplaining, setExplaining] = useState(false);
  const customer = useObjectMeta("customer");
  const revenue = fieldValue(record, "value.revenue");
  const profit = fieldValue(record, "value.profit");
  const rank = fieldValue(record, "value.rank");
  const last = fieldValue(record, "value.lastPurchase");
  const trend = fieldValue(record, "value.activityTrend");
  const rfmClass = customer === undefined ? undefined : fieldOf(customer, "value.rfmClass");
  if (customer === undefined || !isMoney(revenue)) {
    return null;
  }
  return (
    <Panel
      title={
        <span className={styles.title}>
          {t("insight.card.revenue")}{" "}
          <span title={formatMoney(revenue)}>{formatMoney(revenue, 0)}</span>
          {typeof rank === "number" && (
            <small>{t("insight.card.rank", { rank: formatNumber(rank) })}</small>
          )}
        </span>
      }
      extra={
        <Button type="text" size="small" onClick={() => setExplaining(true)}>
          {t("insight.card.how")}
        </Button>
      }
    >
      {isMoney(profit) && profit.amount !== revenue.amount && (
        <ProfitBar revenue={revenue} profit={profit} />
      )}
      <dl className={styles.figures}>
        <div>
          <dt>{t("insight.card.purchases")}</dt>
          <dd>{number(fieldValue(record, "value.frequency"))}</dd>
        </div>
        <div>
          <dt>{t("insight.card.lastPurchase")}</dt>
          <dd>{typeof last === "string" ? formatDate(last) : "—"}</dd>
        </div>
        <div>
          <dt>{scores(record)}</dt>
          <dd>
            {rfmClass !== undefined && (
              <FieldValue field={rfmClass} value={fieldValue(record, "value.rfmClass")} />
            )}
          </dd>
        </div>
        {typeof trend === "string" && (
          <div>
            <dt>{t("insight.card.trend")}</dt>
            <dd>
              <TrendStrip trend={trend} />
            </dd>
          </div>
        )}
      </dl>
      {isExplaining && <ExplanationDrawer id={record.id} onClose={() => setExplaining(false)} />}
    </Panel>
  );
}

function ProfitBar({ revenue, profit }: { revenue: Money; profit: Money }) {
  const { t } = useTranslation();
  const total = Number(revenue.amount);
  const gain = Number(profit.amount);
  const share = total > 0 ? Math.min(1, Math.max(0, gain / total)) : 0;
  return (
    <div className={styles.bar}>
      <div className={styles.track}>
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <p>
        <span className={gain < 0 ? styles.loss : ""}>
          {t("insight.card.profit", { amount: formatMoney(profit, 0) })}
        </span>
        <span>
          {t("insight.card.cost", {
            amount: formatMoney({ ...revenue, amount: String(total - gain) }, 0),
          })}
        </span>
      </p>
    </div>
  );
}

function number(value: unknown): string {
  return typeof value === "number" ? formatNumber(value) : "—";
}

function scores(record: RecordData): string {
  return (["r", "f", "m"] as const)
    .map(
      (letter) => `${letter.toUpperCase()} ${number(fieldValue(record, `value.${letter}Score`))}`,
    )
    .join(" · ");
}
