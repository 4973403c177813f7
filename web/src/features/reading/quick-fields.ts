import type { ObjectMeta } from "@/shared/meta";

const MOST = 5;
const USUALLY = 2;

/** What a list offers to filter by at once, until somebody chooses: what its columns sort into few. */
export function usualQuickFields(object: ObjectMeta): string[] {
  const isQuick = (name: string) => {
    const field = object.fields.find((known) => known.name === name);
    return (
      field?.kind === "choice" ||
      field?.kind === "choices" ||
      field?.kind === "yesNo" ||
      field?.reference === "user"
    );
  };
  const names = object.defaultColumns.filter(isQuick);
  const people = names.filter((name) => isPerson(object, name));
  return [...names.filter((name) => !people.includes(name)).slice(0, USUALLY), ...people];
}

function isPerson(object: ObjectMeta, name: string): boolean {
  return object.fields.some((field) => field.name === name && field.reference === "user");
}

export function toggledQuick(names: string[], name: string): string[] {
  return names.includes(name)
    ? names.filter((known) => known !== name)
    : [...names.slice(0, MOST - 1), name];
}
