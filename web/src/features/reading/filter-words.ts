import { useTranslation } from "react-i18next";
import { type FilterNode, isCondition } from "@/shared/filter";
import { filterWords } from "@/shared/filter-words";
import { fieldThrough, type ObjectMeta, useMeta } from "@/shared/meta";
import { useReferenceTitles } from "@/shared/reference-picker";

/** Says the parts of a filter in words; records that are only known by id are named. */
export function useFilterWords(object: ObjectMeta, filter: FilterNode | undefined) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const title = useReferenceTitles(referencesOf(objects, object, filter));
  return (node: FilterNode) =>
    filterWords(node, { t, title, field: (name) => fieldThrough(objects, object, name) });
}

function referencesOf(
  objects: ObjectMeta[],
  object: ObjectMeta,
  node: FilterNode | undefined,
): { object: string; ids: string[] }[] {
  if (node === undefined) {
    return [];
  }
  if (isCondition(node)) {
    const target = fieldThrough(objects, object, node.field)?.reference;
    const values = Array.isArray(node.value) ? node.value : [node.value];
    const ids = values.filter((value): value is string => typeof value === "string");
    return target === undefined || ids.length === 0 ? [] : [{ object: target, ids }];
  }
  const parts = "and" in node ? node.and : "or" in node ? node.or : [node.not];
  return parts.flatMap((part) => referencesOf(objects, object, part));
}
