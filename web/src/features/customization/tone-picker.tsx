import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { TONES, ToneTag, toneOf } from "@/shared/tone-tag";
import styles from "./choices-editor.module.css";

type Props = { value?: string | null; onChange?: (tone: string | null) => void; label: string };

const NONE = "none";

export function TonePicker({ value, onChange, label }: Props) {
  return (
    <Select
      className={styles.tone ?? ""}
      aria-label={label}
      value={value ? toneOf(value) : NONE}
      popupMatchSelectWidth={false}
      options={[NONE, ...TONES].map((tone) => ({ value: tone }))}
      optionRender={({ value: tone }) => <Swatch tone={String(tone)} />}
      labelRender={({ value: tone }) => <Swatch tone={String(tone)} />}
      onChange={(tone) => onChange?.(tone === NONE ? null : tone)}
    />
  );
}

function Swatch({ tone }: { tone: string }) {
  const { t } = useTranslation();
  const known = TONES.find((candidate) => candidate === tone);
  return known === undefined ? (
    t("customization.tone.none")
  ) : (
    <ToneTag tone={known}>{t(`customization.tone.${known}`)}</ToneTag>
  );
}
