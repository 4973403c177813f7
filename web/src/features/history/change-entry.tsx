import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatInstant, formatList, formatTime } from "@/shared/format";
import type { ObjectMeta } from "@/shared/meta";
import { ToneTag } from "@/shared/tone-tag";
import { ChangedFields } from "./changed-fields";
import type { HistoryItem } from "./history-queries";
import styles from "./timeline.module.css";
import { actionOf } from "./words";

type Props = { object: ObjectMeta; change: HistoryItem };

const NAMED = 3;

/** A change of the record itself, told in one line until somebody wants to see old and new. */
export function ChangeEntry({ object, change }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const action = actionOf(change);
  const names = change.changes.slice(0, NAMED).map(({ label }) => label);
  const count = change.changes.length;
  return (
    <li className={styles.item}>
      <time dateTime={change.at} title={formatInstant(change.at)}>
        {formatTime(change.at)}
      </time>
      <span>
        <ToneTag tone="neutral">{t(`history.mark.${action}`)}</ToneTag>
      </span>
      <div className={styles.body}>
        <p className={styles.change}>
          {change.actor?.title ?? t("history.system")}
          {count > 0 && action === "update" && (
            <Button
              type="link"
              size="small"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {count > NAMED
                ? t("history.andMore", { names: formatList(names, "and"), count })
                : formatList(names, "and")}
            </Button>
          )}
        </p>
        {isOpen && <ChangedFields object={object} change={change} />}
      </div>
    </li>
  );
}
