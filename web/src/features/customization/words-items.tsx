import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./design-form.module.css";

type Props = {
  name: string;
  label: string;
  required?: boolean;
  autoFocus?: boolean;
  maxLength?: number;
};

const LONGEST_NAME = 60;

const LANGUAGES = ["zhCN", "en"] as const;

/** One text in both languages, side by side where there is room. */
export function WordsItems(props: Props) {
  const { name, label, required = false, autoFocus, maxLength = LONGEST_NAME } = props;
  const { t } = useTranslation();
  return (
    <div className={styles.pair}>
      {LANGUAGES.map((language, index) => (
        <Form.Item
          key={language}
          name={[name, language]}
          label={t(`customization.inLanguage.${language}`, { label })}
          rules={[
            {
              required,
              whitespace: required,
              message: t(`customization.missingIn.${language}`),
            },
          ]}
        >
          <Input
            autoFocus={autoFocus === true && index === 0}
            autoComplete="off"
            maxLength={maxLength}
          />
        </Form.Item>
      ))}
    </div>
  );
}
