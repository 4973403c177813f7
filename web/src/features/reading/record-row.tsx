import { Link, useNavigate } from "react-router";
import { FollowStar } from "@/features/follow";
import { FieldValue, isAmount } from "@/shared/field-value";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import { paths } from "@/shared/paths";
import { fieldValue, type RecordData, titleOf } from "@/shared/records";
import type { TableColumns } from "./table-columns";
import styles from "./table-frame.module.css";

type Props = { object: ObjectMeta; table: TableColumns; record: RecordData; height: number };

export function RecordRow({ object, table, record, height }: Props) {
  const navigate = useNavigate();
  const to = paths.record(pathOf(object), record.id);
  return (
    <tr
      style={{ height }}
      className={styles.row}
      onClick={(event) => {
        const isLink = event.target instanceof Element && event.target.closest("a,button");
        if (!isLink && window.getSelection()?.toString() === "") {
          navigate(to);
        }
      }}
    >
      {table.fields.map((field, index) =>
        index === 0 ? (
          <th key={field.name} scope="row" data-frozen="true" style={table.place(index)}>
            <div className={styles.title}>
              <Link to={to}>{titleOf(record, field.name)}</Link>
              <FollowStar object={object.name} id={record.id} title={titleOf(record, field.name)} />
            </div>
          </th>
        ) : (
          <td
            key={field.name}
            data-frozen={table.isFrozen(index)}
            style={table.place(index)}
            className={isAmount(field) ? styles.amount : ""}
          >
            <FieldValue field={field} value={fieldValue(record, field.name)} />
          </td>
        ),
      )}
    </tr>
  );
}
