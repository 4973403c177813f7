import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/shared/format";
import { fieldOf, type ObjectMeta, useMeta } from "@/shared/meta";
import { type Use, usesOptions } from "./customization-queries";
import styles from "./uses-list.module.css";

/** What depends on an object or a field, before it is taken away. */
export function UsesList({ path }: { path: string }) {
  const { t } = useTranslation();
  const uses = useQuery(usesOptions(path));
  if (uses.isPending) {
    return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  }
  const found = (uses.data ?? []).filter(({ count }) => count > 0);
  if (uses.isError || found.length === 0) {
    return (
      <p className={styles.none}>
        {t(uses.isError ? "customization.use.failed" : "customization.use.none")}
      </p>
    );
  }
  return (
    <section className={styles.uses}>
      <h3>{t("customization.use.title")}</h3>
      <ul>
        {found.map((use) => (
          <li key={`${use.kind} ${use.label}`}>
            <UseWords use={use} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function UseWords({ use: { kind, label, count } }: { use: Use }) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  return kind === "records" ? (
    <strong>{t("customization.use.records", { count, total: formatNumber(count) })}</strong>
  ) : (
    <>
      <span className={styles.kind}>{t(`customization.use.${kind}`)}</span>{" "}
      {kind === "field" ? fieldWords(objects, label) : label}
    </>
  );
}

/** A field as people know it: customer.xCar is "Customer · Car". */
function fieldWords(objects: ObjectMeta[], label: string): string {
  const [name = "", ...rest] = label.split(".");
  const object = objects.find((candidate) => candidate.name === name);
  const field = object && fieldOf(object, rest.join("."));
  return object === undefined || field === undefined ? label : `${object.label} · ${field.label}`;
}
