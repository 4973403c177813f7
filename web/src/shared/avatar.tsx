import styles from "./avatar.module.css";

const TONES = ["brand", "gold", "blue", "purple", "neutral"] as const;

type Props = { name: string; round?: boolean; size?: "small" | "large" };

/** The first character of a name on a colour that stays with the name. */
export function Avatar({ name, round = false, size = "small" }: Props) {
  const tone = TONES[hash(name) % TONES.length] ?? "neutral";
  const classes = [styles.avatar, styles[tone], styles[size], round ? styles.round : ""];
  return (
    <span className={classes.join(" ")} aria-hidden="true">
      {Array.from(name.trim())[0]?.toUpperCase() ?? "·"}
    </span>
  );
}

function hash(text: string): number {
  return Array.from(text).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);
}
