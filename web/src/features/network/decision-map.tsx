import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Avatar } from "@/shared/avatar";
import { type Choice, choiceOf, type FieldMeta, fieldOf, type ObjectMeta } from "@/shared/meta";
import styles from "./decision-map.module.css";
import { dragging, useDropTarget } from "./drop-target";
import { INFLUENCES, isPlaced, STANCES } from "./gaps";
import type { Person } from "./people";

type Place = { stance: string; influence: string };

type Props = {
  contact: ObjectMeta;
  people: Person[];
  changing: string | undefined;
  isMovable: boolean;
  onOpen: (person: Person) => void;
  onPlaced: (person: Person, place: Place) => void;
};

/** Who has how much to say, from those against us to those for us. */
export function DecisionMap({ contact, people, isMovable, onPlaced, ...props }: Props) {
  const { t } = useTranslation();
  const stance = fieldOf(contact, "stance");
  const influence = fieldOf(contact, "influence");
  if (stance === undefined || influence === undefined) {
    return null;
  }
  const bubble = (person: Person) => (
    <Bubble key={person.id} contact={contact} person={person} isMovable={isMovable} {...props} />
  );
  const unplaced = people.filter((person) => !isPlaced(person));
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.map} aria-label={t("network.decision.map")}>
          <thead>
            <tr>
              <td className={styles.corner}>{influence.label}</td>
              {STANCES.map((one) => (
                <th key={one} scope="col">
                  {labelOf(stance, one)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {INFLUENCES.map((level) => (
              <tr key={level}>
                <th scope="row">{labelOf(influence, level)}</th>
                {STANCES.map((one) => (
                  <Cell
                    key={one}
                    stance={one}
                    isMovable={isMovable}
                    onDrop={(id) => {
                      const person = people.find((known) => known.id === id);
                      if (person !== undefined) {
                        onPlaced(person, { stance: one, influence: level });
                      }
                    }}
                  >
                    {people
                      .filter((person) => person.stance === one && person.influence === level)
                      .map(bubble)}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {unplaced.length > 0 && (
        <div className={styles.unplaced}>
          <h3>{t("network.decision.unplaced")}</h3>
          <div className={styles.bubbles}>{unplaced.map(bubble)}</div>
        </div>
      )}
    </>
  );
}

type CellProps = {
  stance: string;
  isMovable: boolean;
  onDrop: (id: string) => void;
  children: ReactNode;
};

function Cell({ stance, isMovable, onDrop, children }: CellProps) {
  const dropping = useDropTarget(onDrop);
  return (
    <td data-stance={stance} {...(isMovable ? dropping : {})}>
      <div className={styles.bubbles}>{children}</div>
    </td>
  );
}

type BubbleProps = Pick<Props, "contact" | "changing" | "isMovable" | "onOpen"> & {
  person: Person;
};

function Bubble({ contact, person, changing, isMovable, onOpen }: BubbleProps) {
  const { t } = useTranslation();
  const roles = rolesOf(contact, person);
  return (
    <button
      type="button"
      className={styles.bubble}
      data-influence={person.influence ?? "none"}
      disabled={changing === person.id}
      title={[person.name, person.position, roles].filter(Boolean).join("\n")}
      aria-label={t("network.decision.assess", { name: person.name })}
      onClick={() => onOpen(person)}
      {...dragging(person.id, isMovable)}
    >
      <Avatar name={person.name} round />
      <span className={styles.name}>
        {person.name}
        {roles !== "" && <small>{roles}</small>}
      </span>
    </button>
  );
}

/** The parts somebody plays, in the order in which they are offered. */
export function rolesOf(contact: ObjectMeta, { roles }: Person): string {
  const field = fieldOf(contact, "buyingRole");
  const known = (field?.options ?? []).filter(({ value }) => roles.includes(value));
  return known.map(({ label }: Choice) => label).join(" · ");
}

function labelOf(field: FieldMeta, value: string): string {
  return choiceOf(field, value)?.label ?? value;
}
