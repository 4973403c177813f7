import { queryOptions } from "@tanstack/react-query";
import type { FilterNode } from "@/shared/filter";
import { get } from "@/shared/http";
import { fieldOf, type ObjectMeta, pathOf } from "@/shared/meta";
import { fetchPage, type Money, recordKeys } from "@/shared/records";

export type Party = { id: string; title: string | null };

export type Figures = {
  subsidiaries: number;
  revenue: Money | null;
  orders: number | null;
  openTasks: number | null;
};

export type Member = {
  key: number;
  above: number | null;
  customer: Party | null;
  own: Figures | null;
  total: Figures;
};

export type Referral = { customer: Party; startedOn: string | null; revenue: Money | null };

export type ReferralList = { items: Referral[]; revenue: Money | null; complete: boolean };

export function groupOptions(customer: string) {
  return queryOptions({
    queryKey: [...recordKeys.one("customers", customer), "group"],
    queryFn: ({ signal }) =>
      get<{ items: Member[]; complete: boolean }>(
        `/api/customers/${customer}/group`,
        undefined,
        signal,
      ),
  });
}

export function referralsOptions(path: string, id: string) {
  return queryOptions({
    queryKey: [...recordKeys.one(path, id), "referrals"],
    queryFn: ({ signal }) => get<ReferralList>(`/api/${path}/${id}/referrals`, undefined, signal),
  });
}

const COLUMNS = [
  "kind",
  "fromCustomer",
  "toCustomer",
  "toContact",
  "startedOn",
  "endedOn",
  "description",
];
const SIDES: Record<string, string[]> = {
  customer: ["fromCustomer", "toCustomer", "toContact.customer"],
  contact: ["toContact"],
};
const MOST = 200;

/** The relations of a customer, those of its people included, or those of a person. */
export function relationsOptions(
  { relation, contact }: { relation: ObjectMeta; contact: ObjectMeta | undefined },
  object: string,
  id: string,
) {
  const path = pathOf(relation);
  const sees = (name: string) => {
    const [first = "", next] = name.split(".");
    const isKnown = next === undefined || (contact !== undefined && fieldOf(contact, next));
    return fieldOf(relation, first) !== undefined && isKnown;
  };
  const columns = COLUMNS.filter(sees).join(",");
  const sides = (SIDES[object] ?? []).filter(sees);
  const filter: FilterNode = {
    or: sides.map((field) => ({ field, op: "in" as const, value: [id] })),
  };
  return queryOptions({
    queryKey: [...recordKeys.all(path), "relations", object, id, columns],
    queryFn: ({ signal }) => {
      const query = { filter: JSON.stringify(filter), columns, sort: "kind", limit: MOST };
      return fetchPage(path, { ...query, cursor: "" }, signal);
    },
    enabled: sides.length > 0,
  });
}
