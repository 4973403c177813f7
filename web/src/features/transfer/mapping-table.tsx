import { Select } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./import.module.css";
import type { Header, ImportDetail } from "./import-queries";

type Props = {
  data: ImportDetail;
  onChange: (mapping: Record<string, string>) => void;
};

/** Column by column: its name, its first value, and the field it goes to. */
export function MappingTable({ data, onChange }: Props) {
  const { t } = useTranslation();
  const { mapping } = data.settings;
  const options = data.fields.map(({ name, label }) => ({ value: name, label }));

  function map(header: Header, field: string | null) {
    const others = Object.entries(mapping).filter(
      ([name, column]) => column !== header.name && name !== field,
    );
    onChange(Object.fromEntries(field === null ? others : [...others, [field, header.name]]));
  }

  return (
    <div className={styles.scroll}>
      <table className={styles.mapping}>
        <caption className="visually-hidden">{t("transfer.mapping")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("transfer.column")}</th>
            <th scope="col" className={styles.sampleHead}>
              {t("transfer.sample")}
            </th>
            <th scope="col">{t("transfer.field")}</th>
          </tr>
        </thead>
        <tbody>
          {data.headers.map((header) => (
            <tr key={header.column}>
              <th scope="row">{header.name}</th>
              <td className={styles.sample}>{header.sample}</td>
              <td>
                <Select<string | null>
                  allowClear
                  className={styles.wide ?? ""}
                  placeholder={t(header.computed ? "transfer.computed" : "transfer.ignored")}
                  aria-label={t("transfer.fieldFor", { column: header.name })}
                  value={fieldFor(mapping, header) ?? null}
                  options={options}
                  showSearch={{ optionFilterProp: "label" }}
                  onChange={(field) => map(header, field ?? null)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function fieldFor(mapping: Record<string, string>, header: Header): string | undefined {
  return Object.entries(mapping).find(([, column]) => column === header.name)?.[0];
}
