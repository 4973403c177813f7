import type { Reference } from "@/shared/records";
import type { Person } from "./people";

/** Somebody with those who report to them. */
export type Post = { person: Person; below: Post[]; elsewhere?: Reference };

/** Whose boss is not among the people here stands at the top, and so does one of each circle. */
export function growChart(people: Person[]): Post[] {
  const known = new Set(people.map(({ id }) => id));
  const placed = new Set<string>();

  function place(person: Person): Post {
    placed.add(person.id);
    const below = people.filter(({ id, reportsTo }) => {
      return reportsTo?.id === person.id && !placed.has(id);
    });
    const above = person.reportsTo;
    const isElsewhere = above !== undefined && !known.has(above.id);
    return { person, below: below.map(place), ...(isElsewhere ? { elsewhere: above } : {}) };
  }

  const tops = people.filter(({ reportsTo }) => !reportsTo || !known.has(reportsTo.id)).map(place);
  for (const person of people) {
    if (!placed.has(person.id)) {
      tops.push(place(person));
    }
  }
  return tops;
}

/** Whether one stands below another, or is the same. */
export function isBelow(people: Person[], person: string, above: string): boolean {
  const seen = new Set<string>();
  let next: string | undefined = person;
  while (next !== undefined && !seen.has(next)) {
    if (next === above) {
      return true;
    }
    seen.add(next);
    const here: string = next;
    next = people.find(({ id }) => id === here)?.reportsTo?.id;
  }
  return false;
}
