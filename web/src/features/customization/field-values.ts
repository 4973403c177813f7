import type { FieldKind } from "@/shared/meta";
import type { FieldDesign, Words } from "./customization-queries";
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
};

type Trait = "required" | "unique" | "searchable" | "default";

const TEXTS: FieldKind[] = ["text", "phone", "email", "url"];

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
    "reference",
  ],
  unique: [...TEXTS, "number", "money", "date", "reference"],
  searchable: [...TEXTS, "longText"],
  default: [...TEXTS, "longText", "number", "money", "percent", "date", "yesNo", "choice"],
};

/** What can be said of a field of this kind. */
export function hasTrait(kind: FieldKind, trait: Trait): boolean {
  return TRAITS[trait].includes(kind);
}

export const EMPTY_CHOICE: ChoiceValues = { labels: { zhCN: "", en: "" }, color: null };

export function initialValues(kind: FieldKind, field?: FieldDesign): FieldValues {
  if (field === undefined) {
    return {
      labels: { zhCN: "", en: "" },
      ...(kind === "number" ? { decimals: 0 } : {}),
      ...(kind === "choice" ? { choices: [EMPTY_CHOICE, EMPTY_CHOICE] } : {}),
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
    ...(field.reference === null ? {} : { reference: field.reference }),
  };
}

/** The whole of a new field. */
export function draftOf(kind: FieldKind, values: FieldValues): FieldBody {
  return {
    kind,
    ...changeOf(kind, values),
    ...(kind === "number" ? { decimals: values.decimals ?? 0 } : {}),
    ...(values.reference === undefined ? {} : { reference: values.reference }),
  };
}

/** What of a field can still be changed once it is there. */
export function changeOf(kind: FieldKind, values: FieldValues): FieldBody {
  return {
    labels: trimmed(values.labels),
    help: helpOf(values.help),
    ...(hasTrait(kind, "required") ? { required: values.required ?? false } : {}),
    ...(hasTrait(kind, "unique") ? { unique: values.unique ?? false } : {}),
    ...(hasTrait(kind, "searchable") ? { searchable: values.searchable ?? false } : {}),
    ...(hasTrait(kind, "default") ? { defaultValue: defaultOf(values) } : {}),
    ...(kind === "choice" ? { choices: (values.choices ?? []).map(choiceOf) } : {}),
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
