import type { ReactNode } from "react";
import styles from "./tone-tag.module.css";

const TONES = ["brand", "gold", "blue", "purple", "attention", "loss", "neutral"] as const;
export type Tone = (typeof TONES)[number];

const NAMES: Record<string, Tone> = {
  green: "brand",
  brand: "brand",
  success: "brand",
  gold: "gold",
  yellow: "gold",
  blue: "blue",
  cyan: "blue",
  processing: "blue",
  purple: "purple",
  orange: "attention",
  warning: "attention",
  red: "loss",
  error: "loss",
};

export function toneOf(colour: string | undefined): Tone {
  return NAMES[colour ?? ""] ?? "neutral";
}

/** A small, constant mark: soft ground, strong word. */
export function ToneTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
