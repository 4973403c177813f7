import { Button, Checkbox, Flex, Input, InputNumber, Select, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Condition,
  isComplete,
  ME,
  type Operator,
  operatorsOf,
  TEAM,
  takesValue,
} from "@/shared/filter";
import type { FieldMeta } from "@/shared/meta";
import { ReferencesPicker } from "@/shared/reference-picker";
import styles from "./condition-editor.module.css";
import { DayInput } from "./day-input";

type Props = {
  field: FieldMeta;
  condition: Condition;
  onApply: (condition: Condition) => void;
};

/** Edits one condition with the operators that make sense for the kind of its field. */
export function ConditionEditor({ field, condition, onApply }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Condition>(() => {
    const value = condition.value ?? firstValue(field, condition.op);
    return value === undefined ? condition : { ...condition, value };
  });
  const isTime = field.kind === "date" || field.kind === "instant";
  const options = operatorsOf(field.kind).map((op) => ({
    value: op,
    label: isTime ? t(`shared.timeOp.${op}`) : t(`shared.op.${op}`),
  }));

  function changeOperator(op: Operator) {
    const keeps = shape(op) === shape(draft.op);
    const value = keeps ? draft.value : firstValue(field, op);
    setDraft({ field: draft.field, op, ...(value === undefined ? {} : { value }) });
  }

  return (
    <form
      className={styles.editor}
      aria-label={field.label}
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete(draft)) {
          onApply(draft);
        }
      }}
    >
      <Flex gap={8} align="center" className={styles.head ?? ""}>
        <strong>{field.label}</strong>
        <Select<Operator>
          size="small"
          value={draft.op}
          options={options}
          aria-label={t("reading.operator")}
          popupMatchSelectWidth={false}
          onChange={changeOperator}
        />
      </Flex>
      {takesValue(draft.op) && (
        <ValueInput
          field={field}
          condition={draft}
          onChange={(value) => setDraft({ ...draft, value })}
        />
      )}
      <Flex justify="end" className={styles.foot ?? ""}>
        <Button type="primary" size="small" htmlType="submit" disabled={!isComplete(draft)}>
          {t("reading.apply")}
        </Button>
      </Flex>
    </form>
  );
}

type ValueProps = { field: FieldMeta; condition: Condition; onChange: (value: unknown) => void };

function ValueInput({ field, condition, onChange }: ValueProps) {
  const { t } = useTranslation();
  const { value, op } = condition;
  switch (field.kind) {
    case "choice":
    case "choices":
      return (
        <Checkbox.Group
          className={styles.choices ?? ""}
          value={strings(value)}
          options={field.options ?? []}
          onChange={onChange}
        />
      );
    case "reference":
    case "references":
      return (
        <ReferencesPicker
          autoFocus
          object={field.reference ?? ""}
          value={strings(value)}
          aria-label={field.label}
          extra={
            field.reference === "user"
              ? [
                  { value: ME, label: t("shared.filter.me") },
                  { value: TEAM, label: t("shared.filter.team") },
                ]
              : []
          }
          onChange={onChange}
        />
      );
    case "yesNo":
      return (
        <Switch
          checked={value === true}
          checkedChildren={t("shared.yes")}
          unCheckedChildren={t("shared.no")}
          onChange={onChange}
        />
      );
    case "number":
    case "money":
    case "percent":
      return <AmountInput field={field} condition={condition} onChange={onChange} />;
    case "date":
    case "instant":
      return <DayInput label={field.label} condition={condition} onChange={onChange} />;
    default:
      return (
        <Input
          autoFocus
          value={typeof value === "string" ? value : ""}
          aria-label={`${field.label} ${t(`shared.op.${op}`)}`}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

function AmountInput({ field, condition, onChange }: ValueProps) {
  const { t } = useTranslation();
  const factor = field.kind === "percent" ? 100 : 1;
  const isPair = condition.op === "between";
  const values = Array.isArray(condition.value) ? condition.value : [condition.value, undefined];
  const input = (index: number, label: string) => (
    <InputNumber<number>
      className={styles.amount ?? ""}
      autoFocus={index === 0}
      aria-label={label}
      suffix={field.kind === "percent" ? "%" : undefined}
      value={typeof values[index] === "number" ? values[index] * factor : null}
      onChange={(next) => {
        const amount = next === null ? undefined : next / factor;
        onChange(isPair ? values.map((old, at) => (at === index ? amount : old)) : amount);
      }}
    />
  );
  return (
    <Flex gap={8} align="center">
      {input(0, isPair ? t("reading.from") : field.label)}
      {isPair && input(1, t("reading.to"))}
    </Flex>
  );
}

/** What is asked for before somebody says what: this month is nearer than any one day. */
function firstValue({ kind }: FieldMeta, op: Operator): unknown {
  const isTime = kind === "date" || kind === "instant";
  return isTime && shape(op) === "one" ? "@thisMonth" : kind === "yesNo" ? true : undefined;
}

/** Operators that take values of the same shape may swap them. */
function shape(op: Operator): string {
  if (!takesValue(op)) {
    return "none";
  }
  return op === "in" || op === "notIn" ? "many" : op === "between" ? "pair" : "one";
}

function strings(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((part): part is string => typeof part === "string")
    : [];
}
