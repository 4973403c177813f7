import { Form, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { type FieldKind, type FieldMeta, useMeta, useObjectMeta } from "@/shared/meta";
import type { RollUp, RollUpFunction } from "./customization-queries";
import type { FieldValues } from "./field-values";

const FUNCTIONS: RollUpFunction[] = ["count", "sum", "min", "max", "last"];

const KINDS: Record<RollUpFunction, (kind: FieldKind) => boolean> = {
  count: () => false,
  sum: (kind) => ["number", "money"].includes(kind),
  min: (kind) => ["number", "money", "percent", "date", "instant"].includes(kind),
  max: (kind) => ["number", "money", "percent", "date", "instant"].includes(kind),
  last: (kind) => kind !== "choice" && kind !== "reference",
};

type Props = { object: string; isFixed: boolean };

/** Which related records are looked at, and what is taken from them. */
export function RollUpItems({ object, isFixed }: Props) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<FieldValues>();
  const rollUp: Partial<RollUp> = Form.useWatch("rollUp", { form, preserve: true }) ?? {};
  const related = useRelated(object);
  const fields = useTakeable(rollUp);
  return (
    <>
      <Form.Item
        name="rollUp"
        label={t("customization.rollUp.over")}
        rules={[{ required: true, message: t("customization.rollUp.overMissing") }]}
        getValueProps={(value: Partial<RollUp> | undefined) => ({
          value: value?.object === undefined ? undefined : keyOf(value.object, value.reference),
        })}
        getValueFromEvent={(key: string) => {
          const [name, reference] = key.split(" ");
          return { object: name, reference, function: rollUp.function ?? "count", field: null };
        }}
      >
        <Select disabled={isFixed} showSearch={{ optionFilterProp: "label" }} options={related} />
      </Form.Item>
      {rollUp.object !== undefined && (
        <Form.Item name={["rollUp", "function"]} label={t("customization.rollUp.function")}>
          <Radio.Group
            disabled={isFixed}
            options={FUNCTIONS.map((value) => ({
              value,
              label: t(`customization.rollUp.functionOf.${value}`),
            }))}
            onChange={() => form.setFieldValue(["rollUp", "field"], null)}
          />
        </Form.Item>
      )}
      {rollUp.function !== undefined && rollUp.function !== "count" && (
        <Form.Item
          name={["rollUp", "field"]}
          label={t("customization.rollUp.field")}
          rules={[{ required: true, message: t("customization.rollUp.fieldMissing") }]}
        >
          <Select
            disabled={isFixed}
            showSearch={{ optionFilterProp: "label" }}
            options={fields.map(({ name, label }) => ({ value: name, label }))}
          />
        </Form.Item>
      )}
    </>
  );
}

function keyOf(object: string, reference: string | undefined): string {
  return `${object} ${reference}`;
}

/** Every kind of record that points here, by the field with which it does. */
function useRelated(object: string) {
  const { objects } = useMeta();
  return objects.flatMap((other) =>
    other.fields
      .filter(({ kind, reference }) => kind === "reference" && reference === object)
      .map(({ name, label }) => ({
        value: keyOf(other.name, name),
        label: `${other.pluralLabel} · ${label}`,
      })),
  );
}

function useTakeable({ object, function: wanted }: Partial<RollUp>): FieldMeta[] {
  const meta = useObjectMeta(object ?? "");
  const fits = KINDS[wanted ?? "count"];
  return (meta?.fields ?? []).filter(({ kind, name }) => fits(kind) && !name.includes("."));
}
