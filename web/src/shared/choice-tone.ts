import { type Choice, choiceOf, type FieldMeta } from "./meta";
import { type Tone, toneOf } from "./tone-tag";

/** Small, constant marks: the same value has the same colour wherever it appears. */
const TONES: Record<string, Record<string, Tone>> = {
  "value.layer": {
    top: "gold",
    big: "brand",
    medium: "blue",
    small: "neutral",
    inactive: "attention",
    prospect: "neutral",
    suspect: "neutral",
  },
  "value.rfmClass": {
    keyValue: "brand",
    keyDevelop: "brand",
    keyKeep: "attention",
    keyRetain: "loss",
    generalValue: "blue",
    generalDevelop: "neutral",
    generalKeep: "neutral",
    generalRetain: "neutral",
  },
  "value.stage": { growth: "brand", maturity: "brand", termination: "loss", development: "blue" },
  status: { existing: "brand", potential: "blue", lost: "loss", nonCustomer: "neutral" },
  stance: {
    champion: "brand",
    supporter: "brand",
    neutral: "neutral",
    sceptic: "attention",
    opponent: "loss",
  },
  state: {
    paid: "brand",
    done: "brand",
    completed: "brand",
    confirmed: "blue",
    shipped: "blue",
    delivered: "brand",
    returned: "attention",
    cancelled: "neutral",
    draft: "neutral",
  },
};

/** Marks that belong beside a name but would make a list noisy. */
const QUIET_IN_LISTS = new Set(["value.rfmClass", "value.stage"]);

export type MarkPlace = "list" | "header";

export function choiceMark(
  field: FieldMeta,
  value: unknown,
  place: MarkPlace,
): { choice: Choice; tone: Tone } | undefined {
  const choice = choiceOf(field, value);
  if (choice === undefined || (place === "list" && QUIET_IN_LISTS.has(field.name))) {
    return undefined;
  }
  const tone = choice.color ? toneOf(choice.color) : TONES[field.name]?.[choice.value];
  return tone === undefined ? undefined : { choice, tone };
}

/** The tone of a value, the usual one where it has none of its own. */
export function choiceTone(field: FieldMeta, value: unknown): Tone {
  return choiceMark(field, value, "header")?.tone ?? "brand";
}
