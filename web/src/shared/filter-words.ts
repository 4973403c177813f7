import type { TFunction } from "i18next";
import {
  type Condition,
  type FilterNode,
  FOLLOWED,
  isCondition,
  ME,
  TEAM,
  takesValue,
} from "./filter";
import { formatList, formatNumber, formatPercent } from "./format";
import { choiceOf, type FieldMeta } from "./meta";
import { parseRelative, relativeWords } from "./relative-day";

export type Wording = {
  t: TFunction;
  field: (name: string) => FieldMeta | undefined;
  title: (object: string, id: string) => string;
};

/** Says a filter the way a person would: "Layer is any of Top, Big". */
export function filterWords(node: FilterNode, wording: Wording): string {
  if (isCondition(node)) {
    return conditionWords(node, wording);
  }
  if ("not" in node) {
    return wording.t("shared.filter.not", { words: filterWords(node.not, wording) });
  }
  const [parts, joint] =
    "and" in node
      ? [node.and, wording.t("shared.filter.and")]
      : [node.or, wording.t("shared.filter.or")];
  return parts.map((part) => filterWords(part, wording)).join(joint);
}

function conditionWords(condition: Condition, wording: Wording): string {
  const { t } = wording;
  if (condition.field === FOLLOWED) {
    return t(condition.value === true ? "shared.filter.followed" : "shared.filter.notFollowed");
  }
  const field = wording.field(condition.field);
  const label = field?.label ?? condition.field;
  if (field?.kind === "yesNo" && condition.op === "eq") {
    return `${label} ${condition.value === true ? t("shared.yes") : t("shared.no")}`;
  }
  const day = condition.op === "eq" ? parseRelative(condition.value) : undefined;
  if (day !== undefined) {
    return t("shared.filter.within", { label, day: relativeWords(t, day) });
  }
  const isTime = field?.kind === "date" || field?.kind === "instant";
  const op = isTime ? t(`shared.timeOp.${condition.op}`) : t(`shared.op.${condition.op}`);
  if (!takesValue(condition.op)) {
    return `${label} ${op}`;
  }
  return `${label} ${op} ${valueWords(condition, field, wording)}`;
}

function valueWords(condition: Condition, field: FieldMeta | undefined, wording: Wording): string {
  const values = Array.isArray(condition.value) ? condition.value : [condition.value];
  const words = values.map((value) => oneValue(value, field, wording));
  return condition.op === "between" ? words.join(" – ") : formatList(words);
}

function oneValue(value: unknown, field: FieldMeta | undefined, wording: Wording): string {
  if (value === ME || value === TEAM) {
    return wording.t(value === ME ? "shared.filter.me" : "shared.filter.team");
  }
  const day = parseRelative(value);
  if (day !== undefined) {
    return relativeWords(wording.t, day);
  }
  switch (field?.kind) {
    case "choice":
    case "choices":
      return choiceOf(field, value)?.label ?? String(value);
    case "reference":
    case "references":
      return wording.title(field.reference ?? "", String(value));
    case "percent":
      return formatPercent(Number(value), 2);
    case "number":
    case "money":
      return formatNumber(Number(value));
    case "date":
    case "instant":
      return String(value).slice(0, 10);
    default:
      return wording.t("shared.filter.quoted", { text: String(value) });
  }
}
