/** The same items with one of them at another place. */
export function moved<T>(items: T[], from: number, to: number): T[] {
  const item = items[from];
  return item === undefined ? items : items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** The row that a height on the screen belongs to; beyond the ends the first or the last. */
export function slotAt(rows: { top: number; bottom: number }[], y: number): number {
  const index = rows.findIndex(({ bottom }) => y < bottom);
  return index === -1 ? rows.length - 1 : index;
}
