/** Keeps a text in the browser if there is room, and says whether there was. */
export function keepText(store: Storage, key: string, text: string): boolean {
  try {
    store.setItem(key, text);
    return true;
  } catch {
    // A full store costs the comfort of finding it again, never the work at hand.
    return false;
  }
}
