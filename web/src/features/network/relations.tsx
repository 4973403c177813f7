import { EditOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RecordDrawer, useDrawer } from "@/features/writing";
import { formatDate, formatInstant } from "@/shared/format";
import { choiceOf, fieldOf, type ObjectMeta, pathOf, useObjectMeta } from "@/shared/meta";
import { EmptyText } from "@/shared/page";
import { RecordLink } from "@/shared/record-link";
import { fieldValue, type RecordData, recordOptions, titleOf } from "@/shared/records";
import { ToneTag } from "@/shared/tone-tag";
import { relationsOptions } from "./network-queries";
import { Referrals } from "./referrals";
import { inGroups, type SeenRelation, seenFrom } from "./relation-words";
import styles from "./relations.module.css";

const REVERSED = [
  "supplier",
  "dealer",
  "referrer",
  "owner",
  "employee",
  "adviser",
  "other",
] as const;

type Props = { object: ObjectMeta; record: RecordData };

/** What a party is to others, and others to it. */
export function Relations({ object, record }: Props) {
  const relation = useObjectMeta("partyRelation");
  return relation === undefined ? null : (
    <RelationList object={object} record={record} relation={relation} />
  );
}

function RelationList({ object, record, relation }: Props & { relation: ObjectMeta }) {
  const { t } = useTranslation();
  const contact = useObjectMeta("contact");
  const found = useQuery(relationsOptions({ relation, contact }, object.name, record.id));
  if (found.isPending) {
    return <Skeleton active title={false} paragraph={{ rows: 3 }} />;
  }
  if (found.isError) {
    return <Alert type="warning" title={found.error.message} />;
  }
  const today = formatInstant(new Date().toISOString()).slice(0, 10);
  const groups = inGroups(found.data.items.map((item) => seenFrom(item, record.id, today)));
  return (
    <>
      {groups.length === 0 && <EmptyText>{t("network.relations.none")}</EmptyText>}
      <ul className={styles.groups} aria-label={relation.pluralLabel}>
        {groups.map((group) => (
          <li key={`${group[0]?.kind} ${group[0]?.isOutward}`}>
            <KindTag relation={relation} group={group} />
            <ul className={styles.rows}>
              {group.map((seen) => (
                <RelationRow key={seen.record.id} relation={relation} seen={seen} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {found.data.nextCursor && <Alert type="info" title={t("network.relations.more")} />}
      {relation.rights.create && <AddRelation {...{ object, record, relation }} />}
      <Referrals object={object} record={record} />
    </>
  );
}

/** What the other party is; on the other side what this one is to it. */
function KindTag({ relation, group }: { relation: ObjectMeta; group: SeenRelation[] }) {
  const { t } = useTranslation();
  const { kind = "", isOutward = true } = group[0] ?? {};
  const field = fieldOf(relation, "kind");
  const label = (field && choiceOf(field, kind)?.label) ?? kind;
  const reversed = REVERSED.find((known) => known === kind);
  const words =
    isOutward || reversed === undefined ? label : t(`network.relations.reverse.${reversed}`);
  return <ToneTag tone={isOutward ? "brand" : "blue"}>{words}</ToneTag>;
}

function RelationRow({ relation, seen }: { relation: ObjectMeta; seen: SeenRelation }) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  const { record, other, through } = seen;
  const name = other?.reference.title ?? t("network.unseen");
  const note = fieldValue(record, "description");
  return (
    <li className={styles.row} data-over={seen.isOver}>
      <div className={styles.party}>
        {other?.reference.title ? (
          <RecordLink object={other.object} id={other.reference.id}>
            {name}
          </RecordLink>
        ) : (
          <EmptyText>{name}</EmptyText>
        )}
        {through !== undefined && (
          <small>{t("network.relations.through", { name: through.title ?? "—" })}</small>
        )}
        <small>{period(record)}</small>
        {seen.isOver && <ToneTag tone="neutral">{t("network.relations.over")}</ToneTag>}
        {typeof note === "string" && note !== "" && <p>{note}</p>}
      </div>
      {relation.rights.update && (
        <Button
          type="text"
          size="small"
          icon={<EditOutlined />}
          aria-label={t("network.relations.edit", { name })}
          onClick={() => setEditing(true)}
        />
      )}
      {isEditing && (
        <EditRelation relation={relation} id={record.id} onClose={() => setEditing(false)} />
      )}
    </li>
  );
}

function period(record: RecordData): string {
  const day = (name: string) => {
    const value = fieldValue(record, name);
    return typeof value === "string" ? formatDate(value) : "";
  };
  const [start, end] = [day("startedOn"), day("endedOn")];
  return start === "" && end === "" ? "" : `${start} – ${end}`.trim();
}

type EditProps = { relation: ObjectMeta; id: string; onClose: () => void };

function EditRelation({ relation, id, onClose }: EditProps) {
  const whole = useQuery(recordOptions(pathOf(relation), id));
  return whole.data === undefined ? null : (
    <RecordDrawer object={relation} record={whole.data} onClose={onClose} />
  );
}

function AddRelation({ object, record, relation }: Props & { relation: ObjectMeta }) {
  const { t } = useTranslation();
  const side = object.name === "contact" ? "toContact" : "fromCustomer";
  const presets = { [side]: { id: record.id, title: titleOf(record, object.titleField) } };
  const [isAdding, setAdding] = useDrawer(relation, undefined, presets);
  return (
    <div className={styles.add}>
      <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
        {t("network.relations.add")}
      </Button>
      {isAdding && (
        <RecordDrawer object={relation} presets={presets} onClose={() => setAdding(false)} />
      )}
    </div>
  );
}
