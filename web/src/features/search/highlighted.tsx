import type { ReactNode } from "react";
import styles from "./highlighted.module.css";

type Props = { text: string; ranges?: [number, number][] | undefined };

/** Marks the parts of a title that were found; ranges count UTF-16 units. */
export function Highlighted({ text, ranges = [] }: Props) {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const [from, to] of ranges) {
    parts.push(
      text.slice(end, from),
      <mark key={from} className={styles.mark}>
        {text.slice(from, to)}
      </mark>,
    );
    end = to;
  }
  parts.push(text.slice(end));
  return <>{parts}</>;
}
