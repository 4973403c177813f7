/** Where a card would fall: a column, and how many cards would stand above it there. */
export type DropPlace = { lane: string; index: number };

/** The place under a point; the card that is on its way does not count. */
export function placeAt(x: number, y: number, dragged: string | undefined): DropPlace | undefined {
  const lane = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-drop]");
  return lane == null ? undefined : placeIn(lane, y, dragged);
}

export function placeIn(lane: HTMLElement, y: number, dragged: string | undefined): DropPlace {
  const cards = [...lane.querySelectorAll<HTMLElement>("[data-item]")].filter(
    (card) => card.dataset.item !== dragged,
  );
  const below = cards.findIndex((card) => {
    const { top, height } = card.getBoundingClientRect();
    return y < top + height / 2;
  });
  return { lane: lane.dataset.drop ?? "", index: below === -1 ? cards.length : below };
}
