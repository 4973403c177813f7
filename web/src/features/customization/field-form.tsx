import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form, type FormInstance, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ChoicesEditor } from "./choices-editor";
import { type FieldDesign, objectsOptions } from "./customization-queries";
import { DefaultInput } from "./default-input";
import styles from "./design-form.module.css";
import { isOfChoices, isStored, type Shape } from "./field-shape";
import { type FieldValues, hasTrait, initialValues } from "./field-values";
import { FormulaItem } from "./formula-item";
import { RollUpItems } from "./roll-up-items";
import { useWords } from "./words";
import { WordsItems } from "./words-items";

type Props = {
  object: string;
  kind: Shape;
  field?: FieldDesign | undefined;
  form: FormInstance<FieldValues>;
  onSubmit: (values: FieldValues) => void;
};

const TRAITS = ["required", "unique", "searchable"] as const;

/** Everything about a field but its kind; what cannot be changed later is only shown. */
export function FieldForm({ object, kind, field, form, onSubmit }: Props) {
  const { t } = useTranslation();
  const choices = Form.useWatch("choices", { form, preserve: true }) ?? [];
  const traits = TRAITS.filter((trait) => hasTrait(kind, trait));
  const target = Form.useWatch("reference", form);
  const isUnique = Form.useWatch("unique", form) === true;
  const hasDefault =
    hasTrait(kind, "default") &&
    !isUnique &&
    (kind !== "reference" || target === "user") &&
    (kind !== "choice" || choices.some(({ value }) => value));
  return (
    <Form<FieldValues>
      form={form}
      layout="vertical"
      initialValues={initialValues(kind, field)}
      onFinish={onSubmit}
      scrollToFirstError={{ focus: true }}
    >
      <WordsItems name="labels" label={t("customization.label")} required autoFocus />
      {kind === "formula" && <FormulaItem object={object} field={field?.name} />}
      {kind === "rollUp" && <RollUpItems object={object} isFixed={field !== undefined} />}
      {(kind === "reference" || kind === "references") && (
        <TargetItem isFixed={field !== undefined} />
      )}
      {isOfChoices(kind) && <ChoicesEditor />}
      {kind === "number" && (
        <Form.Item name="decimals" label={t("customization.decimals")}>
          <InputNumber min={0} max={6} precision={0} disabled={field !== undefined} />
        </Form.Item>
      )}
      {traits.length > 0 && (
        <div className={styles.traits}>
          {traits.map((trait) => (
            <Form.Item key={trait} name={trait} valuePropName="checked">
              <Checkbox>
                {t(`customization.trait.${trait}`)}{" "}
                <small>{t(`customization.traitHelp.${trait}`)}</small>
              </Checkbox>
            </Form.Item>
          ))}
        </div>
      )}
      {isStored(kind) && hasDefault && (
        <Form.Item
          name="defaultValue"
          label={t("customization.default")}
          extra={t("customization.defaultHelp")}
        >
          <DefaultInput kind={kind} choices={choices} />
        </Form.Item>
      )}
      <WordsItems name="help" label={t("customization.helpText")} maxLength={500} />
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
    </Form>
  );
}

/** Which kind of record the field points to. */
function TargetItem({ isFixed }: { isFixed: boolean }) {
  const { t } = useTranslation();
  const { inMine } = useWords();
  const objects = useQuery(objectsOptions());
  return (
    <Form.Item
      name="reference"
      label={t("customization.target")}
      rules={[{ required: true, message: t("customization.targetMissing") }]}
    >
      <Select
        disabled={isFixed}
        loading={objects.isPending}
        showSearch={{ optionFilterProp: "label" }}
        options={(objects.data ?? [])
          .filter(({ retired }) => !retired)
          .map(({ name, pluralLabels }) => ({ value: name, label: inMine(pluralLabels) }))}
      />
    </Form.Item>
  );
}
