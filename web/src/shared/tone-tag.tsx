import type { ReactNode } from "react";
import styles from "./tone-tag.module.css";

export const TONES = ["brand", "gold", "blue", "purple", "attention", "loss", "neutral"] as const;
export type Tone = (typeof TONES)[number];

const NAMES: Record<string, Tone> = {
  green: "brand",
  success: "brand",
  yellow: "gold",
  cyan: "blue",
  processing: "blue",
  orange: "attention",
  warning: "attention",
  red: "loss",
  error: "loss",
};

export function toneOf(colour: string | undefined): Tone {
  return TONES.find((tone) => tone === colour) ?? NAMES[colour ?? ""] ?? "neutral";
}

/** A small, constant mark: soft ground, strong word. */
export function ToneTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
