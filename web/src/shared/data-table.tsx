import { Table, type TableProps } from "antd";
import styles from "./data-table.module.css";

/** A short table in the frame that long lists have; narrow screens drop columns by themselves. */
export function DataTable<T extends object>(props: TableProps<T>) {
  return (
    <div className={styles.frame}>
      <Table<T> rowKey="id" size="middle" tableLayout="fixed" pagination={false} {...props} />
    </div>
  );
}
