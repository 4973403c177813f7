import { type FieldMeta, fieldOf, type ObjectMeta } from "@/shared/meta";

/** What the composer asks for beside the text, by the kind of activity; in this order. */
const ASKED: Record<string, string[]> = {
  followUp: ["contact", "outcome"],
  call: ["contact", "direction", "duration", "outcome"],
  visit: ["contact", "happenedAt", "duration", "outcome"],
  email: ["contact", "direction"],
  letter: ["contact", "direction", "happenedAt"],
  task: ["dueAt", "priority", "remindAt", "repeats"],
};
const REPETITION = ["repeatsEvery", "repeatsUntil"];
const WITHOUT_NEXT_STEP = ["note", "task"];

export type Details = Record<string, unknown>;

export function askedOf(activity: ObjectMeta, kind: string, details: Details): FieldMeta[] {
  const names = [...(ASKED[kind] ?? []), ...(details.repeats ? REPETITION : [])];
  return names.flatMap((name) => fieldOf(activity, name) ?? []).filter((field) => !field.readOnly);
}

/** After a contact people plan the next one. */
export function plansNextStep(kind: string): boolean {
  return !WITHOUT_NEXT_STEP.includes(kind);
}

/** The first line is the subject; what is longer is the text too. */
export function wordsOf(activity: ObjectMeta, text: string): Details {
  const [first = "", ...rest] = text.trim().split("\n");
  const isLong = rest.length > 0 || first.length > 200;
  return { [activity.titleField]: first.slice(0, 200), ...(isLong ? { body: text.trim() } : {}) };
}

/** Only what is asked for with this kind; empty values are left to the server. */
export function bodyOf(asked: FieldMeta[], details: Details): Details {
  return Object.fromEntries(
    asked.flatMap(({ name }) => {
      const value = details[name];
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  );
}
