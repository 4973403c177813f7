import { fieldValue, isReference, type RecordData, type Reference } from "@/shared/records";

/** A relation seen from one of its parties. */
export type SeenRelation = {
  record: RecordData;
  kind: string;
  /** Whether the other party is the kind to this one; otherwise it is the other way round. */
  isOutward: boolean;
  other: { object: "customer" | "contact"; reference: Reference } | undefined;
  /** The person of this customer who is meant. */
  through: Reference | undefined;
  isOver: boolean;
};

/** Kinds that hold in both directions alike. */
const MUTUAL = ["partner", "competitor"];

export function seenFrom(record: RecordData, id: string, today: string): SeenRelation {
  const reference = (name: string) => {
    const value = fieldValue(record, name);
    return isReference(value) ? value : undefined;
  };
  const from = reference("fromCustomer");
  const customer = reference("toCustomer");
  const contact = reference("toContact");
  const kind = String(fieldValue(record, "kind") ?? "");
  const isFrom = from?.id === id;
  const end = fieldValue(record, "endedOn");
  const seen = {
    record,
    kind,
    isOutward: isFrom || MUTUAL.includes(kind),
    isOver: typeof end === "string" && end < today,
  };
  if (!isFrom) {
    const through = contact !== undefined && contact.id !== id ? contact : undefined;
    return { ...seen, other: from && { object: "customer", reference: from }, through };
  }
  const other =
    customer !== undefined
      ? ({ object: "customer", reference: customer } as const)
      : contact && ({ object: "contact", reference: contact } as const);
  return { ...seen, other, through: undefined };
}

/** Under one heading what is alike, what is over last. */
export function inGroups(relations: SeenRelation[]): SeenRelation[][] {
  const groups = new Map<string, SeenRelation[]>();
  for (const relation of relations) {
    const heading = `${relation.kind} ${relation.isOutward}`;
    groups.set(heading, [...(groups.get(heading) ?? []), relation]);
  }
  return [...groups.values()].map((group) =>
    group.toSorted((a, b) => Number(a.isOver) - Number(b.isOver)),
  );
}
