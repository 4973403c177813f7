import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { Avatar } from "./avatar";
import { choiceMark } from "./choice-tone";
import styles from "./field-value.module.css";
import {
  formatDate,
  formatInstant,
  formatList,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPhone,
} from "./format";
import { choiceOf, type FieldMeta } from "./meta";
import { RecordLink } from "./record-link";
import { isMoney, isReference } from "./records";
import { ToneTag } from "./tone-tag";
import { TrendStrip } from "./trend-strip";

type Props = { field: FieldMeta; value: unknown; linked?: boolean };

/** Shows one value of a record by the kind of its field. */
export function FieldValue({ field, value, linked = true }: Props) {
  if (value === null || value === undefined || value === "") {
    return <Empty />;
  }
  if (Array.isArray(value)) {
    return <Several field={field} values={value} linked={linked} />;
  }
  switch (field.kind) {
    case "choice":
    case "choices":
      return <ChoiceValue field={field} value={value} />;
    case "reference":
    case "references":
      return isReference(value) ? (
        <ReferenceValue field={field} value={value} linked={linked} />
      ) : (
        String(value)
      );
    case "money":
      return <MoneyValue field={field} value={value} />;
    case "email":
      return linked ? <a href={`mailto:${String(value)}`}>{String(value)}</a> : String(value);
    case "phone":
      return linked ? (
        <a href={`tel:${String(value)}`}>{formatPhone(String(value))}</a>
      ) : (
        formatPhone(String(value))
      );
    case "url":
      return <WebAddress address={String(value)} />;
    default:
      return isTrend(field) ? <TrendStrip trend={String(value)} /> : plainText(field, value);
  }
}

function isTrend(field: FieldMeta): boolean {
  return field.name.endsWith(".activityTrend");
}

/** The words of a value for kinds that need no markup: numbers, money, dates, yes and no, text. */
export function plainText(field: FieldMeta, value: unknown): string {
  if (value === null || value === undefined) {
    return "";
  }
  if (Array.isArray(value)) {
    return formatList(value.map((one) => plainText(field, one)));
  }
  switch (field.kind) {
    case "number":
      return formatNumber(Number(value));
    case "percent":
      return formatPercent(Number(value), 2);
    case "money":
      return isMoney(value) ? formatMoney(value) : formatNumber(Number(value));
    case "date":
      return formatDate(String(value));
    case "instant":
      return formatInstant(String(value));
    case "choice":
    case "choices":
      return choiceOf(field, value)?.label ?? String(value);
    case "phone":
      return formatPhone(String(value));
    case "reference":
    case "references":
      return isReference(value) ? value.title : String(value);
    case "yesNo":
      return i18next.t(value === true ? "shared.yes" : "shared.no");
    default:
      return String(value);
  }
}

export function isAmount(field: FieldMeta): boolean {
  return field.kind === "number" || field.kind === "money" || field.kind === "percent";
}

/** Several values side by side, each as it would look alone. */
function Several({ field, values, linked = true }: Omit<Props, "value"> & { values: unknown[] }) {
  if (values.length === 0) {
    return <Empty />;
  }
  return (
    <span className={styles.several} title={plainText(field, values)}>
      {values.map((one) => (
        <span key={isReference(one) ? one.id : String(one)}>
          <FieldValue field={field} value={one} linked={linked} />
        </span>
      ))}
    </span>
  );
}

function Empty() {
  const { t } = useTranslation();
  return <span className="visually-hidden">{t("shared.empty")}</span>;
}

function ChoiceValue({ field, value }: { field: FieldMeta; value: unknown }) {
  const mark = choiceMark(field, value, "list");
  return mark === undefined ? (
    (choiceOf(field, value)?.label ?? String(value))
  ) : (
    <ToneTag tone={mark.tone}>{mark.choice.label}</ToneTag>
  );
}

/** Computed sums are read as wholes; the full number shows on hover. */
function MoneyValue({ field, value }: { field: FieldMeta; value: unknown }) {
  const isSum = field.name.includes(".") && isMoney(value);
  return (
    <span title={plainText(field, value)}>
      {isSum ? formatMoney(value, 0) : plainText(field, value)}
    </span>
  );
}

type ReferenceProps = { field: FieldMeta; value: { id: string; title: string }; linked: boolean };

function ReferenceValue({ field, value, linked }: ReferenceProps) {
  const isPerson = field.reference === "user";
  if (isPerson) {
    return (
      <span style={{ display: "inline-flex", gap: 6, alignItems: "center" }}>
        <Avatar name={value.title} />
        {value.title}
      </span>
    );
  }
  return linked ? (
    <RecordLink object={field.reference ?? ""} id={value.id}>
      {value.title}
    </RecordLink>
  ) : (
    value.title
  );
}

/** Only web addresses become links: anything else could run code. */
function WebAddress({ address }: { address: string }) {
  const isWeb = /^https?:\/\//i.test(address);
  return isWeb ? (
    <a href={address} target="_blank" rel="noreferrer noopener">
      {address.replace(/^https?:\/\//i, "")}
    </a>
  ) : (
    address
  );
}
