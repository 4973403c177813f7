import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { DataTable } from "@/shared/data-table";
import { formatDate, formatMoney } from "@/shared/format";
import { fieldOf, type ObjectMeta, pathOf, useObjectMeta } from "@/shared/meta";
import { RecordLink } from "@/shared/record-link";
import type { RecordData } from "@/shared/records";
import { type Referral, referralsOptions } from "./network-queries";
import styles from "./relations.module.css";

type Props = { object: ObjectMeta; record: RecordData };

/** Whom this party has brought us, and what they have come to. */
export function Referrals({ object, record }: Props) {
  const { t } = useTranslation();
  const customer = useObjectMeta("customer");
  const found = useQuery(referralsOptions(pathOf(object), record.id));
  if (customer === undefined || found.data === undefined || found.data.items.length === 0) {
    return null;
  }
  const { items, revenue, complete } = found.data;
  const label = fieldOf(customer, "value.revenue")?.label;
  return (
    <section className={styles.referrals}>
      <h3>
        {revenue === null
          ? t("network.referrals.title", { count: items.length })
          : t("network.referrals.worth", { count: items.length, revenue: formatMoney(revenue, 0) })}
        {!complete && ` ${t("network.referrals.more")}`}
      </h3>
      <DataTable<Referral>
        size="small"
        rowKey={({ customer: { id } }) => id}
        dataSource={items}
        columns={[
          {
            key: "customer",
            title: customer.label,
            render: (_, { customer: { id, title }, startedOn }) => (
              <>
                <RecordLink object="customer" id={id}>
                  {title ?? "—"}
                </RecordLink>
                {startedOn !== null && (
                  <small className={styles.since}>{formatDate(startedOn)}</small>
                )}
              </>
            ),
          },
          ...(revenue === null
            ? []
            : [
                {
                  key: "revenue",
                  title: label,
                  width: "34%",
                  align: "right" as const,
                  render: (_: unknown, item: Referral) =>
                    item.revenue === null ? "—" : formatMoney(item.revenue, 0),
                },
              ]),
        ]}
      />
    </section>
  );
}
