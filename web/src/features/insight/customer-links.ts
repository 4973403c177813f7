import type { FilterNode } from "@/shared/filter";
import { choiceOf, fieldOf, useObjectMeta } from "@/shared/meta";
import { paths } from "@/shared/paths";

/** The list of the customers behind a mark. */
export function customersWhere(...parts: FilterNode[]): string {
  return paths.list("customers", { and: parts });
}

export function customersWith(field: string, ...values: string[]): string {
  return customersWhere({ field: `value.${field}`, op: "in", value: values });
}

/** The values of a figure in the order that its meaning gives them: the best first. */
export function useValueOrder(): (field: string, value: string) => number {
  const customer = useObjectMeta("customer");
  return (name, value) => {
    const field = customer === undefined ? undefined : fieldOf(customer, `value.${name}`);
    return field?.options?.findIndex((option) => option.value === value) ?? 0;
  };
}

/** The words for a value of a figure, taken from the meta data of the customer. */
export function useValueWords(): (field: string, value: string) => string {
  const customer = useObjectMeta("customer");
  return (name, value) => {
    const field = customer === undefined ? undefined : fieldOf(customer, `value.${name}`);
    return (field === undefined ? undefined : choiceOf(field, value)?.label) ?? value;
  };
}
