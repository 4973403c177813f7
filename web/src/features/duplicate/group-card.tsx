import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "@/shared/announce";
import { plainText } from "@/shared/field-value";
import { fieldOf, type ObjectMeta, pathOf } from "@/shared/meta";
import { Panel } from "@/shared/page";
import { RecordLink } from "@/shared/record-link";
import { fieldValue, type RecordData, titleOf } from "@/shared/records";
import { type DuplicateGroup, useDismiss } from "./duplicate-queries";
import styles from "./duplicates.module.css";
import { Reasons } from "./reasons";

const MOST_MERGED = 5;
const SHOWN = ["code", "creditCode", "phone", "email", "city", "customer", "owner"];

type Props = { object: ObjectMeta; group: DuplicateGroup; onMerge: (ids: string[]) => void };

/** Records that may be the same, with what a person needs to decide. */
export function GroupCard({ object, group, onMerge }: Props) {
  const { t } = useTranslation();
  const dismiss = useDismiss(pathOf(object));
  const ids = group.records.map((record) => record.id);
  const [left, setLeft] = useState<string[]>(ids.slice(MOST_MERGED));
  const chosen = ids.filter((id) => !left.includes(id));
  const reasons = [...new Set(group.pairs.flatMap((pair) => pair.reasons))];
  return (
    <Panel
      title={
        <span className={styles.head}>
          {t("duplicate.score", { score: group.score })}
          <Reasons reasons={reasons} />
        </span>
      }
      extra={
        <span className={styles.actions}>
          <Button
            size="small"
            disabled={chosen.length < 2}
            loading={dismiss.isPending}
            onClick={() => dismiss.mutate(chosen, { onError: announce })}
          >
            {t("duplicate.different")}
          </Button>
          <Button
            size="small"
            type="primary"
            disabled={chosen.length < 2 || chosen.length > MOST_MERGED}
            onClick={() => onMerge(chosen)}
          >
            {t("merge.action")}
          </Button>
        </span>
      }
    >
      <ul className={styles.records}>
        {group.records.map((record) => (
          <li key={record.id}>
            {ids.length > 2 && (
              <Checkbox
                checked={chosen.includes(record.id)}
                aria-label={titleOf(record, object.titleField)}
                onChange={(event) =>
                  setLeft(
                    event.target.checked
                      ? left.filter((id) => id !== record.id)
                      : [...left, record.id],
                  )
                }
              />
            )}
            <div>
              <RecordLink object={object.name} id={record.id}>
                {titleOf(record, object.titleField)}
              </RecordLink>
              <small>{summary(object, record)}</small>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function summary(object: ObjectMeta, record: RecordData): string {
  const parts = SHOWN.flatMap((name) => {
    const field = fieldOf(object, name);
    const text = field && plainText(field, fieldValue(record, name));
    return text && name !== object.titleField ? [text] : [];
  });
  return parts.join(" · ");
}
