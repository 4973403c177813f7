import { CloseOutlined, DeleteOutlined, EditOutlined, UserSwitchOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMergeAction } from "@/features/merge";
import { formatNumber } from "@/shared/format";
import { fieldOf, type ObjectMeta } from "@/shared/meta";
import type { Count, ListQuery } from "@/shared/records";
import type { BulkOrder } from "./bulk-queries";
import { DeleteDialog } from "./delete-dialog";
import { EditDialog } from "./edit-dialog";
import type { Selection } from "./selection";
import styles from "./selection-bar.module.css";

type Props = {
  object: ObjectMeta;
  selection: Selection;
  query: ListQuery;
  count: Count | undefined;
  dialog: BulkDialog | undefined;
  onDialog: (dialog: BulkDialog | undefined) => void;
};

export type BulkDialog = "edit" | "owner" | "delete";

/** How many records are selected, and what can be done with them. */
export function SelectionBar({ object, selection, query, count, dialog, onDialog }: Props) {
  const { t } = useTranslation();
  const total = count && formatNumber(count.total) + (count.totalIsExact ? "" : "+");
  const size = selection.all ? (total ?? "") : formatNumber(selection.ids.size);
  const isNothing = !selection.all && selection.ids.size === 0;
  const owner = fieldOf(object, "owner");
  const merge = useMergeAction(object, selection.clear);
  const { update, delete: mayDelete } = object.rights;
  const chosen: Omit<BulkOrder, "action"> = selection.all
    ? {
        object: object.name,
        all: true,
        filter: query.filter === undefined ? undefined : JSON.parse(query.filter),
        q: query.q,
      }
    : { object: object.name, ids: [...selection.ids] };

  function done() {
    onDialog(undefined);
    selection.clear();
  }

  return (
    <>
      {selection.isOn && (
        <section className={styles.bar} aria-label={t("bulk.bar")}>
          <span className={styles.count} aria-live="polite">
            {t("bulk.selected", { total: size })}
          </span>
          {!selection.all && total !== undefined && (
            <Button type="link" size="small" onClick={selection.chooseAll}>
              {t("bulk.chooseAll", { total })}
            </Button>
          )}
          <span className={styles.actions}>
            {update && (
              <Button
                size="small"
                type="primary"
                disabled={isNothing}
                icon={<EditOutlined aria-hidden="true" />}
                onClick={() => onDialog("edit")}
              >
                {t("bulk.edit")}
              </Button>
            )}
            {update && owner?.readOnly === false && (
              <Button
                size="small"
                disabled={isNothing}
                icon={<UserSwitchOutlined aria-hidden="true" />}
                onClick={() => onDialog("owner")}
              >
                {t("bulk.owner", { field: owner.label })}
              </Button>
            )}
            {merge.isOffered && !selection.all && merge.isPossible(selection.ids.size) && (
              <Button
                size="small"
                icon={merge.icon}
                onClick={() => merge.start([...selection.ids])}
              >
                {merge.label}
              </Button>
            )}
            {mayDelete && (
              <Button
                size="small"
                danger
                disabled={isNothing}
                icon={<DeleteOutlined aria-hidden="true" />}
                onClick={() => onDialog("delete")}
              >
                {t("bulk.delete")}
              </Button>
            )}
          </span>
          <Tooltip title={t("bulk.clear")}>
            <Button
              size="small"
              type="text"
              aria-label={t("bulk.clear")}
              icon={<CloseOutlined aria-hidden="true" />}
              onClick={selection.clear}
            />
          </Tooltip>
        </section>
      )}
      {merge.dialog}
      {(dialog === "edit" || dialog === "owner") && (
        <EditDialog
          object={object}
          chosen={chosen}
          size={size}
          ticked={dialog === "owner" ? ["owner"] : []}
          onClose={() => onDialog(undefined)}
          onStarted={done}
        />
      )}
      {dialog === "delete" && (
        <DeleteDialog
          object={object}
          chosen={chosen}
          size={size}
          onClose={() => onDialog(undefined)}
          onStarted={done}
        />
      )}
    </>
  );
}

/** Which dialog is open; keys of the list open them too. */
export function useBulkDialog() {
  return useState<BulkDialog>();
}
