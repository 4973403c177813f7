import { SearchOutlined } from "@ant-design/icons";
import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

type Props = { value: string; onChange: (value: string) => void };

export function QuickSearch({ value, onChange }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  return (
    <Input
      allowClear
      value={text}
      prefix={<SearchOutlined aria-hidden="true" />}
      placeholder={t("reading.find")}
      aria-label={t("reading.find")}
      style={{ width: 190, flex: "1 1 auto" }}
      onChange={(event) => {
        setText(event.target.value);
        if (event.target.value === "") {
          onChange("");
        }
      }}
      onPressEnter={() => onChange(text.trim())}
      onBlur={() => onChange(text.trim())}
    />
  );
}
