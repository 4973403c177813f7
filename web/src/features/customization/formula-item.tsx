import { useMutation } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { request } from "@/shared/http";
import { type FieldKind, useMeta, useObjectMeta } from "@/shared/meta";
import { isProblem } from "@/shared/problem";
import { objectPath } from "./customization-queries";
import styles from "./formula-item.module.css";

const FUNCTIONS = [
  "if(a, b, c)",
  "ifEmpty(a, b)",
  "isEmpty(a)",
  "and(a, b)",
  "or(a, b)",
  "not(a)",
  "round(a, n)",
  "abs(a)",
  "floor(a)",
  "ceil(a)",
  "min(a, b)",
  "max(a, b)",
  "length(a)",
  "upper(a)",
  "lower(a)",
  "trim(a)",
  "left(a, n)",
  "right(a, n)",
  "contains(a, b)",
  "startsWith(a, b)",
  "year(a)",
  "month(a)",
  "day(a)",
  "today()",
  "days(a, b)",
  "addDays(a, n)",
  "addMonths(a, n)",
] as const;

type Props = { object: string; field: string | undefined };

/** The expression, what can stand in it, and what comes out of it. */
export function FormulaItem({ object, field }: Props) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const area = useRef<TextAreaRef>(null);
  const check = useMutation({
    meta: { showsProblem: true },
    mutationFn: (formula: string) =>
      request<{ kind: FieldKind }>("POST", `${objectPath(object)}/formula-check`, {
        body: { formula },
      }),
    onError: (error) => {
      if (isProblem(error)) {
        const errors = [error.errors[0]?.message ?? error.detail ?? error.title];
        form.setFields([{ name: "formula", errors }]);
      }
    },
  });

  function insert(words: string) {
    const box = area.current?.resizableTextArea?.textArea;
    const text: string = form.getFieldValue("formula") ?? "";
    const start = box?.selectionStart ?? text.length;
    const end = box?.selectionEnd ?? text.length;
    form.setFieldValue("formula", text.slice(0, start) + words + text.slice(end));
    check.reset();
    area.current?.focus();
  }

  return (
    <>
      <Form.Item
        name="formula"
        label={t("customization.formula.title")}
        extra={
          check.data === undefined
            ? t("customization.formula.help")
            : t("customization.formula.result", {
                kind: t(`customization.kind.${check.data.kind}`),
              })
        }
        rules={[{ required: true, whitespace: true, message: t("customization.formula.missing") }]}
      >
        <Input.TextArea
          ref={area}
          className={styles.text ?? ""}
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={2000}
          spellCheck={false}
          onChange={() => check.reset()}
          onBlur={({ target }) => target.value.trim() !== "" && check.mutate(target.value)}
        />
      </Form.Item>
      <div className={styles.finders}>
        <Finder
          label={t("customization.formula.field")}
          options={useFields(object, field)}
          onChoose={insert}
        />
        <Finder
          label={t("customization.formula.function")}
          options={useFunctions()}
          onChoose={(name) => insert(`${name}()`)}
        />
      </div>
    </>
  );
}

type Option = { value: string; label: string; code: string };
type FinderProps = { label: string; options: Option[]; onChoose: (name: string) => void };

/** Puts what is chosen where the cursor is. */
function Finder({ label, options, onChoose }: FinderProps) {
  return (
    <Select
      value={null}
      aria-label={label}
      placeholder={label}
      popupMatchSelectWidth={380}
      showSearch={{ optionFilterProp: ["label", "code"] }}
      options={options}
      optionRender={({ data }) => (
        <span className={styles.option}>
          {data.label}
          <code>{data.code}</code>
        </span>
      )}
      onChange={(name: string | null) => name !== null && onChoose(name)}
    />
  );
}

/** The own fields but the one that is computed, then those one step further over a relation. */
function useFields(object: string, computed: string | undefined): Option[] {
  const { objects } = useMeta();
  const own = useObjectMeta(object)?.fields.filter(({ name }) => name !== computed) ?? [];
  const further = own.flatMap((field) => {
    const target = objects.find(({ name }) => name === field.reference);
    return (target?.fields ?? []).map(({ name, label }) =>
      option(`${field.name}.${name}`, `${field.label} · ${label}`),
    );
  });
  return [...own.map(({ name, label }) => option(name, label)), ...further];
}

function option(name: string, label: string): Option {
  return { value: name, label, code: name };
}

function useFunctions(): Option[] {
  const { t } = useTranslation();
  return FUNCTIONS.map((code) => {
    const value = code.slice(0, code.indexOf("("));
    return { value, code, label: t(`customization.function.${code}`) };
  });
}
