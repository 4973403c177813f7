import { useQuery } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { PasteDialog, SelectionBar, useBulkDialog, useSelection } from "@/features/bulk";
import { ConflictDialog, useCellSaves } from "@/features/writing";
import { type FieldMeta, type ObjectMeta, pathOf } from "@/shared/meta";
import { paths } from "@/shared/paths";
import {
  countOptions,
  type ListQuery,
  type RecordData,
  recordOptions,
  titleOf,
} from "@/shared/records";
import { Facts } from "./facts";
import { type Rows, useGrid } from "./use-grid";

type Props = {
  object: ObjectMeta;
  columns: FieldMeta[];
  query: ListQuery;
  rows: Rows;
};

/** What can be done with the records of a list: select, edit, paste, look at, delete. */
export function useListWork({ object, columns, query, rows }: Props) {
  const navigate = useNavigate();
  const path = pathOf(object);
  const selection = useSelection(JSON.stringify([query.filter, query.q]));
  const [dialog, setDialog] = useBulkDialog();
  const saves = useCellSaves(object);
  const count = useQuery(countOptions(path, { filter: query.filter, q: query.q }));
  const grid = useGrid({
    object,
    fields: columns,
    rows,
    selection,
    saves,
    onOpen: (record) => navigate(paths.record(path, record.id)),
    onDelete: () => {
      if (object.rights.delete) {
        setDialog("delete");
      }
    },
  });
  const parts = (
    <>
      <SelectionBar
        object={object}
        selection={selection}
        query={query}
        count={count.data}
        dialog={dialog}
        onDialog={setDialog}
      />
      {grid.pasted !== undefined && (
        <PasteDialog object={object} {...grid.pasted} onClose={grid.endPaste} />
      )}
      {grid.peeked !== undefined && (
        <Peek object={object} record={grid.peeked} onClose={grid.endPeek} />
      )}
      {saves.conflict !== undefined && (
        <ConflictDialog
          object={object}
          {...saves.conflict}
          onClose={saves.endConflict}
          onSaved={(record) => {
            saves.show(record);
            saves.endConflict();
          }}
        />
      )}
    </>
  );
  return { grid, selection, parts };
}

type PeekProps = { object: ObjectMeta; record: RecordData; onClose: () => void };

/** A quick look at a record beside its list. */
function Peek({ object, record, onClose }: PeekProps) {
  const { t } = useTranslation();
  const path = pathOf(object);
  const whole = useQuery(recordOptions(path, record.id));
  const navigate = useNavigate();
  return (
    <Drawer
      open
      size="default"
      title={titleOf(record, object.titleField)}
      onClose={onClose}
      extra={
        <Button onClick={() => navigate(paths.record(path, record.id))}>
          {t("reading.grid.open")}
        </Button>
      }
    >
      {whole.data !== undefined && <Facts object={object} record={whole.data} />}
    </Drawer>
  );
}
