import { Checkbox, Form, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useMeta } from "@/shared/meta";
import {
  type ImportChange,
  type ImportDetail,
  type ImportSettings,
  labelOf,
  type Policy,
} from "./import-queries";

type Props = {
  data: ImportDetail;
  onFile: (change: ImportChange) => void;
  onSettings: (settings: Partial<ImportSettings>) => void;
};

const ENCODINGS = ["UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"];
const DELIMITERS = [",", ";", "\t", "|"] as const;
const DELIMITER_NAMES = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" } as const;
const DATE_ORDERS = ["dmy", "mdy"] as const;
const POLICIES: Policy[] = ["create", "update", "skip", "fill"];

export function FileOptions({ data, onFile, onSettings }: Props) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const { settings } = data;
  const sheets = data.sheets ?? [];
  const isText = Boolean(data.delimiter);
  const isMapped = (name: string) => name in settings.mapping;
  const keys = data.matchFields.filter(isMapped);
  const hasDates = data.fields.some(
    ({ name, kind }) => isMapped(name) && (kind === "date" || kind === "instant"),
  );
  const creatable = data.creatable.flatMap(
    (name) => objects.find((candidate) => candidate.name === name) ?? [],
  );
  return (
    <Form layout="vertical">
      {isText && (
        <>
          <Form.Item label={t("transfer.encoding")} htmlFor="import-encoding">
            <Select
              id="import-encoding"
              value={data.encoding ?? "UTF-8"}
              options={[...new Set([data.encoding ?? "UTF-8", ...ENCODINGS])].map((value) => ({
                value,
              }))}
              onChange={(encoding) => onFile({ encoding })}
            />
          </Form.Item>
          <Form.Item label={t("transfer.delimiter")} htmlFor="import-delimiter">
            <Select
              id="import-delimiter"
              value={data.delimiter ?? ","}
              options={DELIMITERS.map((value) => ({
                value: value as string,
                label: t(`transfer.delimiters.${DELIMITER_NAMES[value]}`),
              }))}
              onChange={(delimiter) => onFile({ delimiter })}
            />
          </Form.Item>
        </>
      )}
      {sheets.length > 1 && (
        <Form.Item label={t("transfer.sheet")} htmlFor="import-sheet">
          <Select
            id="import-sheet"
            value={data.sheet ?? null}
            options={sheets.map((value) => ({ value, label: value }))}
            onChange={(sheet) => sheet !== null && onFile({ sheet })}
          />
        </Form.Item>
      )}
      <Form.Item
        label={t("transfer.matchField")}
        tooltip={t("transfer.matchHelp")}
        htmlFor="import-match"
      >
        <Select
          id="import-match"
          allowClear
          value={settings.matchField ?? null}
          placeholder={t("transfer.noMatch")}
          options={keys.map((name) => ({ value: name, label: labelOf(data, name) }))}
          onChange={(matchField) => onSettings({ matchField: matchField ?? null })}
        />
      </Form.Item>
      <Form.Item label={t("transfer.policy")}>
        <Radio.Group
          vertical
          value={settings.policy}
          options={POLICIES.map((value) => ({ value, label: t(`transfer.policies.${value}`) }))}
          onChange={(event) => onSettings({ policy: event.target.value })}
        />
      </Form.Item>
      {hasDates && (
        <Form.Item label={t("transfer.dateOrder")}>
          <Radio.Group
            value={settings.dateOrder ?? "dmy"}
            options={DATE_ORDERS.map((value) => ({
              value,
              label: t(`transfer.dateOrders.${value}`),
            }))}
            onChange={(event) => onSettings({ dateOrder: event.target.value })}
          />
        </Form.Item>
      )}
      {creatable.length > 0 && (
        <Form.Item label={t("transfer.createMissing")}>
          <Checkbox.Group
            value={settings.createMissing}
            options={creatable.map(({ name, pluralLabel }) => ({
              value: name,
              label: pluralLabel,
            }))}
            onChange={(createMissing) => onSettings({ createMissing })}
          />
        </Form.Item>
      )}
    </Form>
  );
}
