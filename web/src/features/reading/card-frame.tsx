import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { useKeptScroll } from "@/shared/kept-scroll";
import styles from "./record-cards.module.css";

type Props = {
  count: number;
  head: ReactNode;
  item: (index: number) => ReactNode;
  keyOf: (index: number) => string;
  onRange: (first: number, last: number) => void;
};

const USUAL_HEIGHT = 66;

/** Cards below each other, however many; only those in sight are drawn. */
export function CardFrame({ count, head, item, keyOf, onRange }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const keptOffset = useKeptScroll(scroller);
  const cards = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: keyOf,
    overscan: 6,
    initialOffset: keptOffset,
  });
  const items = cards.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const tell = useEffectEvent(() => onRange(first, last));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the position decides when to ask
  useEffect(() => tell(), [first, last, count]);
  const before = items[0]?.start ?? 0;
  const after = cards.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div ref={scroller} className={styles.scroller}>
      {head}
      <ul className={styles.cards} style={{ paddingTop: before, paddingBottom: after }}>
        {items.map(({ index, key }) => (
          <li key={key} ref={cards.measureElement} data-index={index}>
            {item(index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
