import styles from "./trend-strip.module.css";

const CLASSES: Record<string, string | undefined> = {
  A: styles.a,
  B: styles.b,
  W: styles.w,
  C: styles.c,
  N: styles.n,
};

/** Twelve months of activity classes at a glance, the latest at the right. */
export function TrendStrip({ trend }: { trend: string }) {
  const months = Array.from(trend).toReversed();
  return (
    <span
      className={styles.strip}
      role="img"
      aria-label={months.join(" ")}
      title={months.join(" ")}
    >
      {months.map((letter, month) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a month is its place
        <span key={month} className={CLASSES[letter] ?? styles.none} />
      ))}
    </span>
  );
}
