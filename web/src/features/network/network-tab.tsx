import { useQuery } from "@tanstack/react-query";
import { Alert, Segmented, Skeleton } from "antd";
import { type ComponentType, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ObjectMeta, useObjectMeta } from "@/shared/meta";
import { EmptyText } from "@/shared/page";
import type { PartProps } from "@/shared/record-parts";
import { DecisionUnit } from "./decision-unit";
import { GroupTree } from "./group-tree";
import styles from "./network-tab.module.css";
import { OrgChart } from "./org-chart";
import { type Person, peopleOptions } from "./people";
import { Relations } from "./relations";

const PARTS = ["decision", "chart", "group", "relations"] as const;

/** How a customer hangs together: its people, its group, and others; what a person is to other parties. */
export function NetworkTab({ object, record }: PartProps) {
  return object.name === "contact" ? (
    <Relations object={object} record={record} />
  ) : (
    <CustomerNetwork object={object} record={record} />
  );
}

function CustomerNetwork({ object: customer, record }: PartProps) {
  const { t } = useTranslation();
  const contact = useObjectMeta("contact");
  const relation = useObjectMeta("partyRelation");
  const parts = PARTS.filter((part) => {
    const needed = { decision: contact, chart: contact, group: customer, relations: relation };
    return needed[part] !== undefined;
  });
  const [chosen, setChosen] = useState<(typeof PARTS)[number]>();
  const part = chosen ?? parts[0];
  return (
    <>
      <div className={styles.parts}>
        <Segmented
          aria-label={t("network.title")}
          options={parts.map((value) => ({ value, label: t(`network.part.${value}`) }))}
          value={part ?? ""}
          onChange={(value) => setChosen(PARTS.find((known) => known === value))}
        />
      </div>
      {part === "decision" && contact && (
        <People contact={contact} customer={record.id} of={DecisionUnit} />
      )}
      {part === "chart" && contact && (
        <People contact={contact} customer={record.id} of={OrgChart} />
      )}
      {part === "group" && <GroupTree object={customer} record={record} />}
      {part === "relations" && <Relations object={customer} record={record} />}
    </>
  );
}

type PeopleProps = {
  contact: ObjectMeta;
  customer: string;
  of: ComponentType<{ contact: ObjectMeta; people: Person[] }>;
};

function People({ contact, customer, of: Drawn }: PeopleProps) {
  const { t } = useTranslation();
  const found = useQuery(peopleOptions(contact, customer));
  if (found.isPending) {
    return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  }
  if (found.isError) {
    return <Alert type="warning" title={found.error.message} />;
  }
  const { people, isComplete } = found.data;
  return people.length === 0 ? (
    <EmptyText>{t("network.noPeople")}</EmptyText>
  ) : (
    <>
      {!isComplete && (
        <Alert
          type="info"
          className={styles.notice ?? ""}
          title={t("network.manyPeople", { count: people.length })}
        />
      )}
      <Drawn contact={contact} people={people} />
    </>
  );
}
