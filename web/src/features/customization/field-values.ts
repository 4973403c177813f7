import type { FieldKind } from "@/shared/meta";
import type { FieldDesign, RollUp, Words } from "./customization-queries";
import { isOfChoices, isStored, type Shape } from "./field-shape";
import { trimmed } from "./words";

type ChoiceValues = {
  value?: string;
  labels: Words;
  color?: string | null;
  retired?: boolean;
};

/** What the form of a field holds. */
export type FieldValues = {
  labels: Words;
  help?: Partial<Words>;
  required?: boolean;
  unique?: boolean;
  searchable?: boolean;
  decimals?: number | null;
  reference?: string;
  choices?: ChoiceValues[];
  defaultValue?: string | null;
  formula?: string;
  rollUp?: RollUp;
};

/**
 * What the interface takes for a field; a change names no kind, decimals and target. Empty texts
 * take help and default away, what is not named stays.
 */
export type FieldBody = {
  kind?: FieldKind;
  labels: Words;
  help: Words;
  required?: boolean;
  unique?: boolean;
  searchable?: boolean;
  decimals?: number;
  reference?: string;
  choices?: ChoiceValues[];
  defaultValue?: string;
  formula?: string;
  rollUp?: RollUp;
};

type Trait = "required" | "unique" | "searchable" | "default";

const TEXTS: FieldKind[] = ["text", "phone", "email", "url", "creditCode"];

const TRAITS: Record<Trait, FieldKind[]> = {
  required: [
    ...TEXTS,
    "longText",
    "number",
    "money",
    "percent",
    "date",
    "instant",
    "choice",
    "choices",
    "reference",
    "references",
  ],
  unique: [...TEXTS, "number", "money", "date", "reference"],
  searchable: [...TEXTS, "longText"],
  default: [
    ...TEXTS,
    "longText",
    "number",
    "money",
    "percent",
    "date",
    "yesNo",
    "choice",
    "reference",
  ],
};

/** What can be said of a field of this kind. */
export function hasTrait(shape: Shape, trait: Trait): boolean {
  return isStored(shape) && TRAITS[trait].includes(shape);
}

export const EMPTY_CHOICE: ChoiceValues = { labels: { zhCN: "", en: "" }, color: null };

export function initialValues(shape: Shape, field?: FieldDesign): FieldValues {
  if (field === undefined) {
    return {
      labels: { zhCN: "", en: "" },
      ...(shape === "number" ? { decimals: 0 } : {}),
      ...(isOfChoices(shape) ? { choices: [EMPTY_CHOICE, EMPTY_CHOICE] } : {}),
    };
  }
  const { labels, help, required, unique, searchable, decimals, choices, defaultValue } = field;
  return {
    labels,
    required,
    unique,
    searchable,
    decimals,
    defaultValue,
    ...(choices === null ? {} : { choices }),
    ...(help === null ? {} : { help }),
    ...(field.formula ? { formula: field.formula } : {}),
    ...(field.rollUp ? { rollUp: field.rollUp } : {}),
    ...(field.reference === null ? {} : { reference: field.reference }),
  };
}

/** The whole of a new field. */
export function draftOf(shape: Shape, values: FieldValues): FieldBody {
  return {
    ...(isStored(shape) ? { kind: shape } : {}),
    ...changeOf(shape, values),
    ...(values.rollUp === undefined ? {} : { rollUp: values.rollUp }),
    ...(shape === "number" ? { decimals: values.decimals ?? 0 } : {}),
    ...(values.reference === undefined ? {} : { reference: values.reference }),
  };
}

/** What of a field can still be changed once it is there. */
export function changeOf(shape: Shape, values: FieldValues): FieldBody {
  return {
    labels: trimmed(values.labels),
    help: helpOf(values.help),
    ...(shape === "formula" ? { formula: values.formula?.trim() ?? "" } : {}),
    ...(hasTrait(shape, "required") ? { required: values.required ?? false } : {}),
    ...(hasTrait(shape, "unique") ? { unique: values.unique ?? false } : {}),
    ...(hasTrait(shape, "searchable") ? { searchable: values.searchable ?? false } : {}),
    ...(hasTrait(shape, "default") ? { defaultValue: defaultOf(values) } : {}),
    ...(isOfChoices(shape) ? { choices: (values.choices ?? []).map(choiceOf) } : {}),
  };
}

/** A help text that was written in one language only is shown in both. */
function helpOf(help: Partial<Words> = {}): Words {
  const { zhCN, en } = trimmed({ zhCN: help.zhCN ?? "", en: help.en ?? "" });
  return { zhCN: zhCN || en, en: en || zhCN };
}

/** What no two records may have the same cannot be the same on all new ones. */
function defaultOf({ unique = false, defaultValue }: FieldValues): string {
  return unique ? "" : (defaultValue ?? "");
}

function choiceOf({ value, labels, color = null, retired = false }: ChoiceValues): ChoiceValues {
  return {
    ...(value === undefined ? {} : { value, retired }),
    labels: trimmed(labels),
    color,
  };
}
