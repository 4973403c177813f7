import { useSuspenseQuery } from "@tanstack/react-query";
import { Alert, App, Button, DatePicker, Form, InputNumber, Radio, Select } from "antd";
import dayjs from "dayjs";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { applyProblem } from "@/shared/form-problems";
import { Page, Panel } from "@/shared/page";
import { paths } from "@/shared/paths";
import { settingsOptions, useSaveSettings, type ValueSettings } from "./settings-queries";
import styles from "./value-settings-page.module.css";

type Path = [keyof ValueSettings, ...(string | number)[]];

/** Every threshold behind the value figures. */
export function ValueSettingsPage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [form] = Form.useForm<ValueSettings>();
  const { data } = useSuspenseQuery(settingsOptions());
  const [errors, setErrors] = useState<string[]>([]);
  const save = useSaveSettings();
  const mode = Form.useWatch(["asOf", "mode"], form);
  const method = Form.useWatch(["scoring", "method"], form);

  function submit(values: ValueSettings) {
    save.mutate(
      { ...data, ...values, scoring: { ...data.scoring, ...values.scoring } },
      {
        onSuccess: () => {
          message.success(t("insight.settings.saved"));
          navigate(paths.insight);
        },
        onError: (error) => setErrors(applyProblem(form, error, [])),
      },
    );
  }

  return (
    <Page title={t("insight.settings.title")} subtitle={t("insight.settings.help")}>
      <Form form={form} layout="vertical" initialValues={data} onFinish={submit}>
        {errors.length > 0 && (
          <Alert type="error" title={errors.join(" · ")} className={styles.alert ?? ""} />
        )}
        <div className={styles.grid}>
          <Panel title={t("insight.settings.period")}>
            <Form.Item name={["asOf", "mode"]} label={t("insight.settings.asOf")}>
              <Radio.Group
                options={(["today", "lastSale", "fixed"] as const).map((value) => ({
                  value,
                  label: t(`insight.settings.asOfModes.${value}`),
                }))}
              />
            </Form.Item>
            {mode === "fixed" && (
              <Form.Item
                name={["asOf", "day"]}
                label={t("insight.settings.day")}
                rules={[{ required: true, message: t("insight.settings.dayMissing") }]}
                getValueProps={(day) => ({ value: day ? dayjs(day) : null })}
                normalize={(day: dayjs.Dayjs | null) => day?.format("YYYY-MM-DD") ?? null}
              >
                <DatePicker />
              </Form.Item>
            )}
            <div className={styles.row}>
              <Whole name={["windowMonths"]} unit="months" />
              <Whole name={["migrationMonths"]} unit="months" />
            </div>
            <Form.Item name="countFrom" label={t("insight.settings.countFrom")}>
              <Select
                options={(["confirmed", "shipped", "delivered", "paid"] as const).map((value) => ({
                  value,
                  label: t(`insight.settings.countFroms.${value}`),
                }))}
              />
            </Form.Item>
          </Panel>
          <Panel title={t("insight.settings.layers")}>
            <div className={styles.row}>
              <Share name={["layers", "top"]} />
              <Share name={["layers", "big"]} />
              <Share name={["layers", "medium"]} />
            </div>
            <div className={styles.row}>
              <Share name={["revenueClasses", "a"]} />
              <Share name={["revenueClasses", "b"]} />
            </div>
          </Panel>
          <Panel title={t("insight.settings.scoring")}>
            <Form.Item name={["scoring", "method"]} label={t("insight.settings.method")}>
              <Radio.Group
                options={(["quantile", "bands"] as const).map((value) => ({
                  value,
                  label: t(`insight.settings.methods.${value}`),
                }))}
              />
            </Form.Item>
            {method === "bands" &&
              (["recencyDays", "frequency", "monetary"] as const).map((name) => (
                <Group key={name} label={t(`insight.settings.bands.${name}`)}>
                  {[0, 1, 2, 3].map((index) => (
                    <Form.Item
                      key={index}
                      name={["scoring", name, index]}
                      rules={[{ required: true, message: "" }]}
                    >
                      <InputNumber
                        min={0}
                        aria-label={`${t(`insight.settings.bands.${name}`)} ${index + 1}`}
                      />
                    </Form.Item>
                  ))}
                </Group>
              ))}
          </Panel>
          <Panel title={t("insight.settings.activityAndStage")}>
            <div className={styles.row}>
              <Whole name={["activity", "months"]} unit="months" />
              <Whole name={["activity", "newMonths"]} unit="months" />
              <Whole name={["activity", "gap"]} unit="months" />
              <Whole name={["activity", "lostMonths"]} unit="months" />
              <Whole name={["stage", "newDays"]} unit="days" />
              <Whole name={["stage", "minPurchases"]} unit="times" />
              <Whole name={["stage", "months"]} unit="months" />
              <Share name={["stage", "growth"]} />
              <Share name={["stage", "decline"]} />
            </div>
          </Panel>
        </div>
        <div className={styles.foot}>
          <Button onClick={() => navigate(paths.insight)}>{t("shared.cancel")}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t("shared.save")}
          </Button>
        </div>
      </Form>
    </Page>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      <div>{children}</div>
    </fieldset>
  );
}

type WholeProps = { name: Path; unit: "months" | "days" | "times" };

function Whole({ name, unit }: WholeProps) {
  const { t } = useTranslation();
  const label = useLabel(name);
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: label }]}>
      <InputNumber min={0} precision={0} suffix={t(`insight.settings.units.${unit}`)} />
    </Form.Item>
  );
}

function Share({ name }: { name: Path }) {
  const label = useLabel(name);
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: true, message: label }]}
      getValueProps={(share) => ({ value: Number((Number(share) * 100).toPrecision(12)) })}
      normalize={(percent: number | null) => (percent === null ? null : percent / 100)}
    >
      <InputNumber min={0} suffix="%" />
    </Form.Item>
  );
}

function useLabel(name: Path): string {
  const { t } = useTranslation();
  const labels: Record<string, string> = t("insight.settings.fields", { returnObjects: true });
  return labels[name.join("_")] ?? name.join(" ");
}
