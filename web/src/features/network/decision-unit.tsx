import { CheckCircleOutlined, EditOutlined, WarningOutlined } from "@ant-design/icons";
import { Button, Flex, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DataTable } from "@/shared/data-table";
import { FieldInput } from "@/shared/field-input";
import { FieldValue } from "@/shared/field-value";
import { formatList } from "@/shared/format";
import { type FieldMeta, fieldOf, type ObjectMeta } from "@/shared/meta";
import { RecordLink } from "@/shared/record-link";
import { fieldValue } from "@/shared/records";
import { DecisionMap } from "./decision-map";
import styles from "./decision-unit.module.css";
import { type Gap, gapsOf } from "./gaps";
import { mayChange, type Person } from "./people";
import { usePersonChanges } from "./use-person-changes";

const ASSESSED = ["buyingRole", "stance", "influence"];

type Props = { contact: ObjectMeta; people: Person[] };

/** Who decides here, how they stand to us, and what we do not know. */
export function DecisionUnit({ contact, people }: Props) {
  const { t } = useTranslation();
  const { change, changing } = usePersonChanges(contact);
  const [opened, setOpened] = useState<Person>();
  const fields = ASSESSED.flatMap((name) => fieldOf(contact, name) ?? []);
  const may = (name: string) => mayChange(contact, fieldOf(contact, name));
  const isMovable = may("stance") && may("influence");
  const assessed = (person: Person) => t("network.decision.assessed", { name: person.name });
  return (
    <>
      <Gaps gaps={gapsOf(people, told(contact))} />
      <DecisionMap
        contact={contact}
        people={people}
        changing={changing}
        isMovable={isMovable}
        onOpen={setOpened}
        onPlaced={(person, place) => {
          if (person.stance !== place.stance || person.influence !== place.influence) {
            change(person, place, assessed(person));
          }
        }}
      />
      <div className={styles.table}>
        <DataTable<Person>
          size="small"
          dataSource={people}
          columns={[
            {
              key: "name",
              title: contact.label,
              render: (_, person) => (
                <>
                  <RecordLink object="contact" id={person.id}>
                    {person.name}
                  </RecordLink>
                  <small className={styles.position}>{person.position}</small>
                </>
              ),
            },
            ...fields.map((field) => ({
              key: field.name,
              title: field.label,
              width: field.kind === "choices" ? "34%" : "18%",
              render: (_: unknown, { record }: Person) => (
                <FieldValue field={field} value={fieldValue(record, field.name)} />
              ),
            })),
            ...(fields.some(({ name }) => may(name))
              ? [
                  {
                    key: "edit",
                    title: "",
                    width: 44,
                    render: (_: unknown, person: Person) => (
                      <Button
                        type="text"
                        size="small"
                        icon={<EditOutlined />}
                        disabled={changing === person.id}
                        aria-label={t("network.decision.assess", { name: person.name })}
                        onClick={() => setOpened(person)}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      </div>
      {opened !== undefined && (
        <AssessDialog
          person={opened}
          fields={fields.filter(({ name }) => may(name))}
          onClose={() => setOpened(undefined)}
          onSave={(values) => {
            setOpened(undefined);
            change(opened, values, assessed(opened));
          }}
        />
      )}
    </>
  );
}

function told(contact: ObjectMeta) {
  const sees = (name: string) => fieldOf(contact, name) !== undefined;
  return { roles: sees("buyingRole"), stance: sees("stance"), influence: sees("influence") };
}

function Gaps({ gaps }: { gaps: Gap[] }) {
  const { t } = useTranslation();
  if (gaps.length === 0) {
    return (
      <p className={styles.fine}>
        <CheckCircleOutlined aria-hidden="true" /> {t("network.decision.noGap")}
      </p>
    );
  }
  return (
    <ul className={styles.gaps} aria-label={t("network.decision.gaps")}>
      {gaps.map((gap) => (
        <li key={gap.code}>
          <WarningOutlined aria-hidden="true" /> <GapWords gap={gap} />
        </li>
      ))}
    </ul>
  );
}

function GapWords({ gap }: { gap: Gap }) {
  const { t } = useTranslation();
  if ("names" in gap) {
    return t(`network.gap.${gap.code}`, { names: formatList(gap.names, "and") });
  }
  return "count" in gap
    ? t(`network.gap.${gap.code}`, { count: gap.count })
    : t(`network.gap.${gap.code}`);
}

type DialogProps = {
  person: Person;
  fields: FieldMeta[];
  onClose: () => void;
  onSave: (values: Record<string, unknown>) => void;
};

function AssessDialog({ person, fields, onClose, onSave }: DialogProps) {
  const { t } = useTranslation();
  const [values, setValues] = useState<Record<string, unknown>>({});
  const isChanged = Object.keys(values).length > 0;
  return (
    <Modal
      open
      title={t("network.decision.assess", { name: person.name })}
      okText={t("shared.save")}
      okButtonProps={{ disabled: !isChanged }}
      cancelText={t("shared.cancel")}
      onCancel={onClose}
      onOk={() => onSave(values)}
    >
      <Flex vertical gap={12}>
        <RecordLink object="contact" id={person.id}>
          {t("network.decision.open", { name: person.name })}
        </RecordLink>
        {fields.length === 0 && t("network.decision.readOnly")}
        {fields.map((field) => (
          <div key={field.name}>
            <div className={styles.label}>{field.label}</div>
            <FieldInput
              field={field}
              aria-label={field.label}
              value={field.name in values ? values[field.name] : person.record[field.name]}
              onChange={(value) => setValues({ ...values, [field.name]: value })}
            />
          </div>
        ))}
      </Flex>
    </Modal>
  );
}
