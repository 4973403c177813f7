import { EllipsisOutlined } from "@ant-design/icons";
import { Button, Dropdown, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Avatar } from "@/shared/avatar";
import { fieldOf, type ObjectMeta } from "@/shared/meta";
import { RecordLink } from "@/shared/record-link";
import type { Reference } from "@/shared/records";
import { ReferencePicker } from "@/shared/reference-picker";
import { dragging, useDropTarget } from "./drop-target";
import styles from "./org-chart.module.css";
import { growChart, isBelow, type Post } from "./org-shape";
import { mayChange, type Person } from "./people";
import { usePersonChanges } from "./use-person-changes";

const STACKED = 3;

type Props = { contact: ObjectMeta; people: Person[] };

/** Who reports to whom; a box dropped on another reports to that. */
export function OrgChart({ contact, people }: Props) {
  const { t } = useTranslation();
  const { change, changing } = usePersonChanges(contact);
  const [asked, setAsked] = useState<Person>();
  const isMovable = mayChange(contact, fieldOf(contact, "reportsTo"));

  function report(person: Person, to: Reference | undefined) {
    if (person.reportsTo?.id !== to?.id && changing === undefined) {
      const words =
        to === undefined
          ? t("network.chart.onTop", { name: person.name })
          : t("network.chart.moved", { name: person.name, boss: to.title });
      change(person, { reportsTo: to?.id ?? null }, words);
    }
  }

  function drop(id: string, to: Person | undefined) {
    const person = people.find((one) => one.id === id);
    if (person !== undefined && (to === undefined || !isBelow(people, to.id, id))) {
      report(person, to === undefined ? undefined : { id: to.id, title: to.name });
    }
  }

  const shared = { isMovable, changing, onDrop: drop, onAsk: setAsked, onReport: report };
  return (
    <>
      {isMovable && people.length > 1 && <TopStrip onDrop={(id) => drop(id, undefined)} />}
      <div className={styles.chart}>
        <ul className={styles.tops} aria-label={t("network.chart.title")}>
          {growChart(people).map((post) => (
            <Branch key={post.person.id} post={post} {...shared} />
          ))}
        </ul>
      </div>
      {asked !== undefined && (
        <BossDialog
          person={asked}
          onClose={() => setAsked(undefined)}
          onChosen={(to) => {
            setAsked(undefined);
            report(asked, to);
          }}
        />
      )}
    </>
  );
}

type BranchProps = {
  post: Post;
  isMovable: boolean;
  changing: string | undefined;
  onDrop: (id: string, to: Person) => void;
  onAsk: (person: Person) => void;
  onReport: (person: Person, to: undefined) => void;
};

function Branch({ post, ...shared }: BranchProps) {
  const { below } = post;
  const isStacked = below.length > STACKED && below.every((one) => one.below.length === 0);
  return (
    <li>
      <Box post={post} {...shared} />
      {below.length > 0 && (
        <ul className={isStacked ? styles.stack : styles.row}>
          {below.map((one) => (
            <Branch key={one.person.id} post={one} {...shared} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Box({ post, isMovable, changing, ...on }: BranchProps) {
  const { t } = useTranslation();
  const { person, elsewhere } = post;
  const dropping = useDropTarget((id) => on.onDrop(id, person));
  return (
    <div
      className={styles.box}
      aria-busy={changing === person.id}
      {...dragging(person.id, isMovable)}
      {...(isMovable ? dropping : {})}
    >
      <Avatar name={person.name} />
      <div className={styles.words}>
        <RecordLink object="contact" id={person.id}>
          {person.name}
        </RecordLink>
        {person.position !== "" && <small title={person.position}>{person.position}</small>}
        {elsewhere !== undefined && (
          <small>{t("network.chart.elsewhere", { name: elsewhere.title ?? "—" })}</small>
        )}
      </div>
      {isMovable && (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: [
              { key: "ask", label: t("network.chart.change") },
              ...(person.reportsTo === undefined
                ? []
                : [{ key: "top", label: t("network.chart.toTop") }]),
            ],
            onClick: ({ key }) =>
              key === "ask" ? on.onAsk(person) : on.onReport(person, undefined),
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<EllipsisOutlined />}
            aria-label={t("network.chart.menuOf", { name: person.name })}
          />
        </Dropdown>
      )}
    </div>
  );
}

/** Where a box is dropped that reports to nobody here. */
function TopStrip({ onDrop }: { onDrop: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.strip} {...useDropTarget(onDrop)}>
      {t("network.chart.hint")}
    </div>
  );
}

type BossProps = {
  person: Person;
  onClose: () => void;
  onChosen: (to: Reference | undefined) => void;
};

function BossDialog({ person, onClose, onChosen }: BossProps) {
  const { t } = useTranslation();
  const [boss, setBoss] = useState<Reference | null>(person.reportsTo ?? null);
  const label = t("network.chart.boss", { name: person.name });
  return (
    <Modal
      open
      title={label}
      okText={t("shared.save")}
      cancelText={t("shared.cancel")}
      onCancel={onClose}
      onOk={() => onChosen(boss ?? undefined)}
    >
      <ReferencePicker
        object="contact"
        value={boss}
        onChange={setBoss}
        autoFocus
        aria-label={label}
      />
    </Modal>
  );
}
