import type { Page, RecordData } from "@/shared/records";

/** How many records are asked for at once. */
export const PAGE_ROWS = 100;

/**
 * What is known of a long list from its top on: where its pages begin and which records stand on
 * them. The records themselves are only kept around what is in sight.
 */
export type KnownRows = { cursors: string[]; ids: string[][]; isWhole: boolean };

export const NOTHING_KNOWN: KnownRows = { cursors: [""], ids: [], isWhole: false };

/** Takes in a page; where the list has changed since, what comes behind has to be asked for anew. */
export function withPage(known: KnownRows, cursor: string, page: Page<RecordData>): KnownRows {
  const at = known.cursors.indexOf(cursor);
  if (at < 0) {
    return known;
  }
  const next = page.nextCursor || undefined;
  const ids = page.items.map((record) => record.id);
  if (next !== undefined && next === known.cursors[at + 1]) {
    return { ...known, ids: known.ids.with(at, ids) };
  }
  const cursors = known.cursors.slice(0, at + 1);
  return {
    cursors: next === undefined ? cursors : [...cursors, next],
    ids: [...known.ids.slice(0, at), ids],
    isWhole: next === undefined,
  };
}

export function countOf({ ids }: KnownRows): number {
  return ids.length === 0 ? 0 : (ids.length - 1) * PAGE_ROWS + (ids.at(-1)?.length ?? 0);
}

export function idAt({ ids }: KnownRows, row: number): string | undefined {
  return ids[pageAt(row)]?.[row % PAGE_ROWS];
}

export function pageAt(row: number): number {
  return Math.floor(row / PAGE_ROWS);
}

/** The pages to have for the rows in sight and those around; on the way there, the next one. */
export function wantedPages(known: KnownRows, first: number, last: number): number[] {
  const end = known.cursors.length - 1;
  const from = Math.min(end, pageAt(Math.max(0, first - PAGE_ROWS / 2)));
  const to = Math.min(end, pageAt(last + PAGE_ROWS / 2));
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
