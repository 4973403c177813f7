import { Select } from "antd";
import { type RefObject, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Grouping, groupWords, keyText, type ShownLane } from "@/features/grouping";
import styles from "./board.module.css";
import { countWords } from "./lane-head";

type Props = {
  board: RefObject<HTMLElement | null>;
  grouping: Grouping;
  lanes: ShownLane[];
};

/** On a phone one column is in sight: which one, and the way to the others beside swiping. */
export function LanePicker({ board, grouping, lanes }: Props) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);

  useEffect(() => {
    const root = board.current;
    if (root === null) {
      return undefined;
    }
    const look = () => {
      const middle = root.getBoundingClientRect().left + root.clientWidth / 2;
      const found = columnsOf(root).findIndex(
        (column) => column.getBoundingClientRect().right > middle,
      );
      setAt(Math.max(0, found));
    };
    root.addEventListener("scroll", look, { passive: true });
    return () => root.removeEventListener("scroll", look);
  }, [board]);

  return (
    <Select
      className={styles.picker ?? ""}
      aria-label={t("board.lane")}
      value={Math.min(at, lanes.length - 1)}
      options={lanes.map((lane, index) => ({
        value: index,
        label: `${groupWords(grouping, lane.key)} · ${countWords(lane)}`,
        key: keyText(lane.key),
      }))}
      onChange={(index) => {
        const column = board.current && columnsOf(board.current)[index];
        column?.scrollIntoView({ inline: "start", block: "nearest", behavior: "smooth" });
      }}
    />
  );
}

function columnsOf(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>("[data-drop]")];
}
