import { EllipsisOutlined } from "@ant-design/icons";
import { Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Avatar } from "@/shared/avatar";
import { FieldValue, isAmount } from "@/shared/field-value";
import { type FieldMeta, type ObjectMeta, pathOf } from "@/shared/meta";
import { paths } from "@/shared/paths";
import { fieldValue, isReference, type RecordData, titleOf } from "@/shared/records";
import styles from "./board-card.module.css";

export type Place = { key: string; label: string };

type Props = {
  object: ObjectMeta;
  fields: FieldMeta[];
  record: RecordData;
  /** Where it can be moved; nowhere where the field cannot be changed. */
  places: Place[];
  /** Where it stands in its column, if it can stand elsewhere there. */
  order: { index: number; last: number } | undefined;
  isMoving: boolean;
  onMove: (place: string) => void;
  onOrder: (index: number) => void;
};

const SHOWN = 4;

/** One record: its name, what is filled of the columns, and a menu for those who do not drag. */
export function BoardCard({ object, fields, record, isMoving, ...menu }: Props) {
  const title = titleOf(record, object.titleField);
  const filled = fields.filter((field) => {
    const value = fieldValue(record, field.name);
    return value !== null && value !== undefined && value !== "";
  });
  const amount = filled.find((field) => field.kind === "money") ?? filled.find(isAmount);
  const person = filled.find((field) => field.reference === "user");
  const others = filled.filter((field) => field !== amount && field !== person).slice(0, SHOWN);
  return (
    <article className={styles.card} aria-busy={isMoving}>
      <div className={styles.head}>
        <Link
          to={paths.record(pathOf(object), record.id)}
          className={styles.title}
          data-card={record.id}
          draggable={false}
        >
          {title}
        </Link>
        <CardMenu {...menu} title={title} />
      </div>
      {others.length > 0 && (
        <ul className={styles.facts}>
          {others.map((field) => (
            <li key={field.name} title={field.label}>
              {isAmount(field) && <small>{field.label} </small>}
              <FieldValue field={field} value={fieldValue(record, field.name)} linked={false} />
            </li>
          ))}
        </ul>
      )}
      {(amount !== undefined || person !== undefined) && (
        <div className={styles.foot}>
          {amount !== undefined && (
            <strong title={amount.label}>
              <FieldValue field={amount} value={fieldValue(record, amount.name)} />
            </strong>
          )}
          {person !== undefined && (
            <Person label={person.label} value={fieldValue(record, person.name)} />
          )}
        </div>
      )}
    </article>
  );
}

type MenuProps = Pick<Props, "places" | "order" | "onMove" | "onOrder"> & { title: string };

/** What dragging does, for those who do not drag. */
function CardMenu({ places, order, title, onMove, onOrder }: MenuProps) {
  const { t } = useTranslation();
  const steps = { top: 0, up: (order?.index ?? 0) - 1, down: (order?.index ?? 0) + 1 };
  const isFirst = order?.index === 0;
  const orders =
    order === undefined || order.last === 0
      ? []
      : [
          { key: "order top", label: t("board.toTop"), disabled: isFirst },
          { key: "order up", label: t("board.up"), disabled: isFirst },
          { key: "order down", label: t("board.down"), disabled: order.index === order.last },
          { type: "divider" as const },
        ];
  if (places.length === 0 && orders.length === 0) {
    return null;
  }
  const to = { key: "to", type: "group" as const, label: t("board.moveTo"), children: places };
  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{
        items: [...orders, ...(places.length > 0 ? [to] : [])],
        onClick: ({ key }) => {
          const step = key.startsWith("order ") ? key.slice("order ".length) : undefined;
          if (step === "top" || step === "up" || step === "down") {
            onOrder(steps[step]);
          } else {
            onMove(key);
          }
        },
      }}
    >
      <button type="button" className={styles.menu} aria-label={t("board.menuOf", { name: title })}>
        <EllipsisOutlined aria-hidden="true" />
      </button>
    </Dropdown>
  );
}

function Person({ label, value }: { label: string; value: unknown }) {
  const name = isReference(value) ? value.title : "";
  return (
    <span className={styles.person} title={`${label}: ${name}`}>
      <Avatar name={name} />
      <span className="visually-hidden">{name}</span>
    </span>
  );
}
