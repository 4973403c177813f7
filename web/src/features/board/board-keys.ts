import type { KeyboardEvent } from "react";

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Arrows go from card to card; with Ctrl they take the card along. */
export function pressOnBoard(
  event: KeyboardEvent<HTMLElement>,
  take: (id: string, across: number, down: number) => void,
): void {
  const step = STEPS[event.key];
  const card = event.target instanceof HTMLElement ? event.target : undefined;
  const id = card?.dataset.card;
  if (step === undefined || card === undefined || id === undefined) {
    return;
  }
  const [across, down] = step;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    take(id, across, down);
    return;
  }
  event.preventDefault();
  const lanes = [...event.currentTarget.querySelectorAll("[data-lane]")].map((lane) => [
    ...lane.querySelectorAll<HTMLElement>("[data-card]"),
  ]);
  const at = lanes.findIndex((cards) => cards.includes(card));
  const index = lanes[at]?.indexOf(card) ?? 0;
  if (across === 0) {
    lanes[at]?.[index + down]?.focus();
    return;
  }
  const beside = across > 0 ? lanes.slice(at + 1) : lanes.slice(0, at).reverse();
  const next = beside.find((cards) => cards.length > 0);
  next?.[Math.min(index, next.length - 1)]?.focus();
}
