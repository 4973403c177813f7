import { ArrowRightOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { plainText } from "@/shared/field-value";
import { formatNumber } from "@/shared/format";
import { fieldOf, type ObjectMeta } from "@/shared/meta";
import { fieldValue } from "@/shared/records";
import type { BulkExample, BulkPreview } from "./bulk-queries";
import styles from "./preview.module.css";

type Props = { object: ObjectMeta; preview: BulkPreview };

const NOTED = ["same", "refused", "gone"] as const;

/** What would come of a run: how many, which not and why, and some examples. */
export function PreviewWords({ object, preview }: Props) {
  const { t } = useTranslation();
  const names = Object.keys(preview.examples[0]?.to ?? {});
  return (
    <div className={styles.preview} aria-live="polite">
      <dl className={styles.counts}>
        <Count name={t("bulk.counts.matching")} value={preview.matching} />
        <Count name={t("bulk.counts.willChange")} value={preview.changed} isMain />
        {NOTED.filter((name) => preview[name] > 0).map((name) => (
          <Count key={name} name={t(`bulk.counts.${name}`)} value={preview[name]} />
        ))}
      </dl>
      {preview.changed === 0 && <p>{t("bulk.nothingChanges")}</p>}
      {names.length > 0 && preview.examples.length > 0 && (
        <>
          <h3 className={styles.heading}>{t("bulk.examples")}</h3>
          <ul className={styles.examples}>
            {preview.examples.map((example) => (
              <Example key={example.id} object={object} example={example} names={names} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Count({ name, value, isMain }: { name: string; value: number; isMain?: boolean }) {
  return (
    <div data-main={isMain === true}>
      <dt>{name}</dt>
      <dd>{formatNumber(value)}</dd>
    </div>
  );
}

type ExampleProps = { object: ObjectMeta; example: BulkExample; names: string[] };

function Example({ object, example, names }: ExampleProps) {
  return (
    <li>
      <strong>{example.title ?? "—"}</strong>
      {names.map((name) => {
        const field = fieldOf(object, name);
        return field === undefined ? null : (
          <span key={name} className={styles.change}>
            <small>{field.label}</small>
            <del>{plainText(field, fieldValue(example.from, name)) || "—"}</del>
            <ArrowRightOutlined aria-hidden="true" />
            <ins>{plainText(field, example.to[name]) || "—"}</ins>
          </span>
        );
      })}
    </li>
  );
}
