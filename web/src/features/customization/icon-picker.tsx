import { Radio } from "antd";
import { useTranslation } from "react-i18next";
import { ICON_NAMES, ObjectIcon } from "@/shared/object-icon";
import styles from "./icon-picker.module.css";

type Props = { id?: string; value?: string; onChange?: (icon: string) => void };

export function IconPicker({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      {...(id === undefined ? {} : { id })}
      className={styles.icons ?? ""}
      optionType="button"
      aria-label={t("customization.icon")}
      value={value}
      onChange={(event) => onChange?.(event.target.value)}
    >
      {ICON_NAMES.map((name) => (
        <Radio.Button key={name} value={name} title={t(`customization.iconOf.${name}`)}>
          <ObjectIcon name={name} />
          <span className="visually-hidden">{t(`customization.iconOf.${name}`)}</span>
        </Radio.Button>
      ))}
    </Radio.Group>
  );
}
