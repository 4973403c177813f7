import type { Person } from "./people";

/** What somebody should know or do about a decision unit. */
export type Gap =
  | { code: "onlyOne" | "noDecider" | "noSupporter" }
  | { code: "strongestAgainst" | "deciderAgainst" | "deciderUnknown"; names: string[] }
  | { code: "notAssessed"; count: number };

export const STANCES = ["opponent", "sceptic", "neutral", "supporter", "champion"] as const;
export const INFLUENCES = ["high", "medium", "low"] as const;

const AGAINST = ["opponent", "sceptic"];
const FOR = ["supporter", "champion"];
const DECIDING = ["decider", "approver"];

type Told = { roles: boolean; stance: boolean; influence: boolean };

/** Says nothing of what the viewer may not see. */
export function gapsOf(people: Person[], told: Told): Gap[] {
  const gaps: Gap[] = [];
  const deciders = people.filter(({ roles }) => roles.some((role) => DECIDING.includes(role)));
  const names = (some: Person[]) => some.map(({ name }) => name);
  if (people.length === 1) {
    gaps.push({ code: "onlyOne" });
  }
  if (told.roles && deciders.length === 0) {
    gaps.push({ code: "noDecider" });
  }
  if (!told.stance) {
    return gaps;
  }
  const against = deciders.filter(({ stance = "" }) => AGAINST.includes(stance));
  if (against.length > 0) {
    gaps.push({ code: "deciderAgainst", names: names(against) });
  }
  const strongest = told.influence ? strongestOf(people) : [];
  const opposed = strongest.filter((person) => AGAINST.includes(person.stance ?? ""));
  if (
    opposed.some((person) => !against.includes(person)) &&
    !strongest.some(({ stance = "" }) => FOR.includes(stance))
  ) {
    gaps.push({ code: "strongestAgainst", names: names(opposed) });
  }
  const unknown = deciders.filter(({ stance }) => stance === undefined);
  if (unknown.length > 0) {
    gaps.push({ code: "deciderUnknown", names: names(unknown) });
  }
  if (people.length > 0 && !people.some(({ stance = "" }) => FOR.includes(stance))) {
    gaps.push({ code: "noSupporter" });
  }
  const rest = people.filter((person) => {
    return !isPlaced(person) && !unknown.includes(person);
  });
  if (told.influence && rest.length > 0) {
    gaps.push({ code: "notAssessed", count: rest.length });
  }
  return gaps;
}

/** Whether somebody has a place on the map. */
export function isPlaced({ stance, influence }: Person): boolean {
  return stance !== undefined && influence !== undefined;
}

/** Those of the highest influence that anybody has. */
function strongestOf(people: Person[]): Person[] {
  const level = INFLUENCES.find((one) => people.some(({ influence }) => influence === one));
  return level === undefined ? [] : people.filter(({ influence }) => influence === level);
}
