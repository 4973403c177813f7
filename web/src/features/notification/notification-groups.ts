import type { Notification, Subject } from "./notification-queries";

export type Group = { key: string; record: Subject | undefined; items: Notification[] };

/** What was told of one record stands together, where the newest of it stands. */
export function grouped(items: Notification[]): Group[] {
  const groups = new Map<string, Group>();
  for (const item of items) {
    const key = item.record?.id ?? item.id;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { key, record: item.record ?? undefined, items: [item] });
    } else {
      group.items.push(item);
    }
  }
  return [...groups.values()];
}
