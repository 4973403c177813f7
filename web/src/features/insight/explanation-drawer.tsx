import { useQuery } from "@tanstack/react-query";
import { Drawer, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { formatDate } from "@/shared/format";
import { get } from "@/shared/http";
import { useIsPhone } from "@/shared/media";
import styles from "./explanation-drawer.module.css";

type Explanation = {
  asOf: string;
  windowStart?: string;
  items: { figure?: string; label: string; value?: string | null; text: string }[];
};

type Props = { id: string; onClose: () => void };

/** How each figure of a customer came about, in the words of the server. */
export function ExplanationDrawer({ id, onClose }: Props) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const explanation = useQuery({
    queryKey: ["value", "explanation", id],
    queryFn: ({ signal }) =>
      get<Explanation>(`/api/value/customers/${id}/explanation`, undefined, signal),
  });
  return (
    <Drawer open size={isPhone ? "100%" : 480} title={t("insight.card.howTitle")} onClose={onClose}>
      {explanation.isPending && <Skeleton active />}
      {explanation.isError && <p>{explanation.error.message}</p>}
      {explanation.data !== undefined && (
        <>
          <p className={styles.asOf}>
            {t("insight.asOf", { date: formatDate(explanation.data.asOf) })}
          </p>
          <dl className={styles.items}>
            {explanation.data.items.map((item) => (
              <div key={item.label}>
                <dt>
                  {item.label} <strong>{item.value}</strong>
                </dt>
                <dd>{item.text}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Drawer>
  );
}
