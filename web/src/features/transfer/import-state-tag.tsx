import { useTranslation } from "react-i18next";
import { type Tone, ToneTag } from "@/shared/tone-tag";
import type { ImportState } from "./import-queries";

const TONES: Record<ImportState, Tone> = {
  draft: "neutral",
  queued: "neutral",
  running: "blue",
  done: "brand",
  failed: "loss",
  cancelled: "attention",
  undoing: "blue",
  undone: "neutral",
};

export function ImportStateTag({ state }: { state: ImportState }) {
  const { t } = useTranslation();
  return <ToneTag tone={TONES[state]}>{t(`transfer.states.${state}`)}</ToneTag>;
}
