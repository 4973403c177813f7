import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { byRank, type ObjectMeta, type PartMeta, pathOf } from "@/shared/meta";
import { Panel } from "@/shared/page";
import { arranged, type PartProps, useRecordParts } from "@/shared/record-parts";
import { relatedOptions } from "./record-queries";
import { RelatedPanel } from "./related-panel";

type RelatedList = ObjectMeta["related"][number];
type Card = { name: string; list?: RelatedList };

/** The cards of both columns beside the fields, as the layout has them. */
export function useCards(object: ObjectMeta): { centre: Card[]; side: Card[] } {
  const drawn = useRecordParts();
  const parts = object.parts.filter(({ name }) => name in drawn);
  const at = (place: PartMeta["place"]): Card[] => parts.filter((part) => part.place === place);
  const covered = parts.flatMap(({ covers }) => covers);
  const lists = byRank(object.related, (list) => list.object)
    .map((list): Card => ({ name: `${list.object}.${list.field}`, list }))
    .filter(({ name }) => !covered.includes(name));
  const arrange = (cards: Card[]) => arranged(cards, ({ name }) => name, object.layout, "cards");
  return { centre: arrange(at("centre")), side: arrange([...at("side"), ...lists]) };
}

/** Cards below each other: what modules draw, and the lists of records that refer to this one. */
export function RecordColumn({ object, record, cards }: PartProps & { cards: Card[] }) {
  const drawn = useRecordParts();
  const related = useQuery({
    ...relatedOptions(pathOf(object), record.id),
    enabled: cards.some(({ list }) => list !== undefined),
  });
  return cards.map(({ name, list }) => {
    const Part = drawn[name];
    if (list === undefined) {
      return Part === undefined ? null : (
        <Suspense key={name} fallback={<Panel>{null}</Panel>}>
          <Part object={object} record={record} />
        </Suspense>
      );
    }
    const count = related.data?.items.find(
      (item) => item.object === list.object && item.field === list.field,
    );
    return <RelatedPanel key={name} list={list} owner={object} record={record} count={count} />;
  });
}
