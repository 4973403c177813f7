import { DatePicker, Input, InputNumber, Select, Switch } from "antd";
import dayjs from "dayjs";
import styles from "./field-input.module.css";
import { type FieldMeta, useMeta } from "./meta";
import { isMoney, isReference } from "./records";
import { ReferencePicker, ReferencesInput } from "./reference-picker";

type Props = {
  field: FieldMeta;
  value?: unknown;
  onChange?: (value: unknown) => void;
  id?: string;
  autoFocus?: boolean;
  /** Whether what there is to choose from shows at once. */
  defaultOpen?: boolean;
  "aria-label"?: string;
};

/** Edits one value; speaks the values of the interface, whatever control is behind. */
export function FieldInput({ field, value, onChange, defaultOpen = false, ...rest }: Props) {
  const opening = defaultOpen ? { defaultOpen } : {};
  const change = (next: unknown) => onChange?.(next ?? null);
  switch (field.kind) {
    case "choice":
      return (
        <Select
          {...rest}
          {...opening}
          allowClear={!field.required}
          className={styles.wide ?? ""}
          value={value ?? null}
          options={(field.options ?? []).filter(
            (option) => option.retired !== true || option.value === value,
          )}
          onChange={change}
          showSearch={{ optionFilterProp: "label" }}
        />
      );
    case "choices":
      return (
        <Select
          {...rest}
          mode="multiple"
          className={styles.wide ?? ""}
          value={Array.isArray(value) ? value : []}
          options={(field.options ?? []).filter(
            (option) =>
              option.retired !== true || (Array.isArray(value) && value.includes(option.value)),
          )}
          onChange={change}
          showSearch={{ optionFilterProp: "label" }}
        />
      );
    case "references":
      return (
        <ReferencesInput
          {...rest}
          object={field.reference ?? ""}
          value={Array.isArray(value) ? value.filter(isReference) : []}
          onChange={change}
        />
      );
    case "reference":
      return (
        <ReferencePicker
          {...rest}
          {...opening}
          object={field.reference ?? ""}
          value={isReference(value) ? value : null}
          onChange={change}
        />
      );
    case "yesNo":
      return <Switch {...rest} checked={value === true} onChange={change} />;
    case "date":
    case "instant":
      return <TimeInput {...rest} {...opening} field={field} value={value} onChange={change} />;
    case "number":
    case "percent":
    case "money":
      return <AmountInput {...rest} field={field} value={value} onChange={change} />;
    default:
      return <TextInput {...rest} field={field} value={value} onChange={change} />;
  }
}

type PartProps = Omit<Props, "onChange"> & { onChange: (value: unknown) => void };

function TextInput({ field, value, onChange, ...rest }: PartProps) {
  const text = value === null || value === undefined ? "" : String(value);
  const limit = field.maxLength === undefined ? {} : { maxLength: field.maxLength };
  if (field.kind === "longText") {
    return (
      <Input.TextArea
        {...rest}
        {...limit}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={text}
        onChange={(event) => onChange(event.target.value || null)}
      />
    );
  }
  const types = { email: "email", phone: "tel", url: "url" } as const;
  const type = field.kind in types ? types[field.kind as keyof typeof types] : "text";
  return (
    <Input
      {...rest}
      {...limit}
      type={type}
      value={text}
      onChange={(event) => onChange(event.target.value || null)}
    />
  );
}

function TimeInput({ field, value, onChange, ...rest }: PartProps) {
  const isInstant = field.kind === "instant";
  return (
    <DatePicker
      {...rest}
      className={styles.wide ?? ""}
      showTime={isInstant ? { format: "HH:mm" } : false}
      value={typeof value === "string" ? dayjs(value) : null}
      onChange={(day) => {
        onChange(isInstant ? day?.toISOString() : day?.format("YYYY-MM-DD"));
      }}
    />
  );
}

function AmountInput({ field, value, onChange, ...rest }: PartProps) {
  const { baseCurrency } = useMeta().settings;
  if (field.kind === "money") {
    // Where another record says the currency, only the server knows that of a new one.
    const usual = field.currencyField?.includes(".") ? null : baseCurrency;
    const currency = isMoney(value) ? value.currency : usual;
    return (
      <InputNumber<string>
        {...rest}
        stringMode
        className={styles.wide ?? ""}
        suffix={currency}
        value={isMoney(value) ? value.amount : null}
        onChange={(amount) => onChange(amount ? { amount: String(amount), currency } : null)}
      />
    );
  }
  const isPercent = field.kind === "percent";
  const shown = typeof value === "number" ? (isPercent ? tidy(value * 100) : value) : null;
  return (
    <InputNumber<number>
      {...rest}
      className={styles.wide ?? ""}
      suffix={isPercent ? "%" : undefined}
      value={shown}
      onChange={(next) => onChange(next !== null && isPercent ? tidy(next / 100) : next)}
    />
  );
}

/** Takes the binary noise off a product such as 0.15 × 100. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
