import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { moved } from "@/shared/order";
import { EmptyText, Panel } from "@/shared/page";
import { dropMark, ReorderHandle, useReorder } from "@/shared/reorder";
import styles from "./layout-editor.module.css";
import type { Layout, LayoutState, Placeable } from "./layout-queries";

type Props = {
  label: string;
  parts: Placeable[];
  /** In their order; what is in neither list is shown at the end. */
  shown: string[];
  hidden: string[];
  /** Whether the last one cannot be hidden. */
  needsOne?: boolean;
  onChange: (shown: string[], hidden: string[]) => void;
};

/** Tabs or cards: in an order, each shown or not. */
export function PartsList({ label, parts, shown, hidden, needsOne = false, onChange }: Props) {
  const { t } = useTranslation();
  const known = new Map(parts.map((part) => [part.name, part]));
  const names = [...shown, ...known.keys(), ...hidden]
    .filter((name, index, all) => known.has(name) && all.indexOf(name) === index)
    .toSorted((a, b) => Number(hidden.includes(a)) - Number(hidden.includes(b)));
  const tell = (order: string[], away: string[]) =>
    onChange(
      order.filter((name) => !away.includes(name)),
      away,
    );
  const isLast = (name: string) =>
    names.every((other) => (other === name) !== hidden.includes(other));
  const reorder = useReorder(names.length, (from, to) => tell(moved(names, from, to), hidden));
  if (names.length === 0) {
    return <EmptyText>{t("layout.noParts")}</EmptyText>;
  }
  return (
    <ul ref={reorder.list} className={styles.rows} aria-label={label}>
      {names.map((name, index) => (
        <li
          key={name}
          className={styles.row}
          data-away={hidden.includes(name)}
          data-drop={dropMark(reorder, index)}
        >
          <ReorderHandle reorder={reorder} index={index} name={known.get(name)?.label ?? name} />
          <Checkbox
            checked={!hidden.includes(name)}
            disabled={needsOne && isLast(name)}
            onChange={(event) =>
              tell(
                names,
                event.target.checked ? hidden.filter((other) => other !== name) : [...hidden, name],
              )
            }
          >
            {known.get(name)?.label ?? name}
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}

type CardsProps = {
  place: "centre" | "side";
  layout: Layout;
  state: LayoutState;
  onChange: (next: Partial<LayoutState>) => void;
};

/** The cards of one column; those of the other stay as they are. */
export function CardsPanel({ place, layout, state, onChange }: CardsProps) {
  const { t } = useTranslation();
  const parts = layout.cards.filter((card) => card.place === place);
  const isHere = (name: string) => parts.some((part) => part.name === name);
  const elsewhere = (names: string[]) => names.filter((name) => !isHere(name));
  if (parts.length === 0) {
    return null;
  }
  return (
    <Panel title={t(`layout.cards.${place}`)}>
      <PartsList
        label={t(`layout.cards.${place}`)}
        parts={parts}
        shown={state.cards.filter(isHere)}
        hidden={state.hiddenCards.filter(isHere)}
        onChange={(cards, hiddenCards) =>
          onChange({
            cards: [...elsewhere(state.cards), ...cards],
            hiddenCards: [...elsewhere(state.hiddenCards), ...hiddenCards],
          })
        }
      />
    </Panel>
  );
}
