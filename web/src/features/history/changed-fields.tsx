import type { ObjectMeta } from "@/shared/meta";
import styles from "./history.module.css";
import type { HistoryItem } from "./history-queries";
import { actionOf, valueWords } from "./words";

type Props = { object: ObjectMeta; change: HistoryItem };

/** Each field before and after. */
export function ChangedFields({ object, change }: Props) {
  return (
    <dl className={styles.changes}>
      {change.changes.map(({ field, label, from, to }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>
            {actionOf(change) !== "create" && (
              <>
                <del>{valueWords(object, field, from)}</del> →{" "}
              </>
            )}
            <ins>{valueWords(object, field, to)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
