import { Checkbox, DatePicker, Flex, Input, InputNumber, Select } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import type { FieldKind } from "@/shared/meta";
import styles from "./design-form.module.css";
import type { FieldValues } from "./field-values";
import { useWords } from "./words";

type Props = {
  kind: FieldKind;
  choices: NonNullable<FieldValues["choices"]>;
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
};

/** Defaults that move: the day on which, and the person by whom a record is made. */
const TODAY = "@today";
const ME = "@me";

/** What a new record holds from the start, as the text that the interface speaks. */
export function DefaultInput({ kind, choices, id, value = null, onChange }: Props) {
  const { t } = useTranslation();
  const { inMine } = useWords();
  const change = (next: string | null | undefined) => onChange?.(next ?? null);
  const rest = id === undefined ? {} : { id };
  switch (kind) {
    case "number":
    case "money":
    case "percent":
      return (
        <InputNumber<string>
          {...rest}
          stringMode
          className={styles.wide ?? ""}
          suffix={kind === "percent" ? "%" : undefined}
          value={kind === "percent" ? scaled(value, 100) : value}
          onChange={(next) => change(kind === "percent" ? scaled(next, 0.01) : next)}
        />
      );
    case "date":
      return (
        <Flex gap={12} align="center">
          <DatePicker
            {...rest}
            disabled={value === TODAY}
            value={value === null || value === TODAY ? null : dayjs(value)}
            onChange={(day) => change(day?.format("YYYY-MM-DD"))}
          />
          {moving(TODAY, t("customization.today"))}
        </Flex>
      );
    case "reference":
      return moving(ME, t("customization.me"));
    case "yesNo":
    case "choice":
      return (
        <Select
          {...rest}
          allowClear
          className={styles.wide ?? ""}
          value={value}
          options={kind === "yesNo" ? yesAndNo() : offered()}
          onChange={change}
        />
      );
    default:
      return (
        <Input
          {...rest}
          maxLength={500}
          value={value ?? ""}
          onChange={(event) => change(event.target.value)}
        />
      );
  }

  function moving(standard: string, label: string) {
    return (
      <Checkbox
        checked={value === standard}
        onChange={(event) => change(event.target.checked ? standard : null)}
      >
        {label}
      </Checkbox>
    );
  }

  function yesAndNo() {
    return [
      { value: "true", label: t("shared.yes") },
      { value: "false", label: t("shared.no") },
    ];
  }

  function offered() {
    return choices.flatMap(({ value: choice, labels, retired }) =>
      choice === undefined || retired === true ? [] : [{ value: choice, label: inMine(labels) }],
    );
  }
}

function scaled(text: string | null, by: number): string | null {
  return text === null || text === "" ? null : String(Number((Number(text) * by).toPrecision(12)));
}
