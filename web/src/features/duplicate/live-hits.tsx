import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import { RecordLink } from "@/shared/record-link";
import { useSlowed } from "@/shared/slowed";
import { hitsOptions } from "./duplicate-queries";
import styles from "./duplicates.module.css";
import { Reasons } from "./reasons";

type Props = { object: ObjectMeta; values: Record<string, unknown>; id?: string };

const WAIT = 400;

/** Shows beside a form the records that are probably the one that somebody is typing. */
export function LiveHits({ object, values, id }: Props) {
  const { t } = useTranslation();
  const typed = useSlowed(filled(values), WAIT);
  const hits = useQuery({
    ...hitsOptions(pathOf(object), typed, id),
    enabled: Object.keys(typed).length > 0,
  });
  const items = Object.keys(typed).length === 0 ? [] : (hits.data?.items ?? []);
  if (items.length === 0) {
    return null;
  }
  return (
    <Alert
      type="warning"
      role="status"
      title={t("duplicate.live", { count: items.length })}
      description={
        <ul className={styles.hits}>
          {items.map((hit) => (
            <li key={hit.id ?? `${hit.title} ${hit.owner?.id}`}>
              {hit.id ? (
                <RecordLink object={object.name} id={hit.id}>
                  {hit.title}
                </RecordLink>
              ) : (
                <span>{hit.title}</span>
              )}
              {hit.owner && <small>{t("duplicate.owner", { name: hit.owner.title })}</small>}
              <Reasons reasons={hit.reasons} />
            </li>
          ))}
        </ul>
      }
    />
  );
}

/** Only texts, numbers and references: what else is typed says nothing about whose it is. */
function filled(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== null && value !== undefined && value !== "",
    ),
  );
}
