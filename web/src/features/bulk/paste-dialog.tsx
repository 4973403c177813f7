import { useQuery } from "@tanstack/react-query";
import { Alert, Modal, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { plainText } from "@/shared/field-value";
import { request } from "@/shared/http";
import { type FieldMeta, fieldOf, type ObjectMeta } from "@/shared/meta";
import { isProblem } from "@/shared/problem";
import { fieldValue, isMoney } from "@/shared/records";
import { type BulkExample, type BulkOrder, type BulkPreview, useStartRun } from "./bulk-queries";
import styles from "./preview.module.css";

type Props = {
  object: ObjectMeta;
  ids: string[];
  block: { fields: string[]; cells: string[][] };
  /** How many rows and columns of the block lie beyond the table. */
  leftOut: number;
  onClose: () => void;
};

/** Shows what a copied block would change, cell by cell, before it does. */
export function PasteDialog({ object, ids, block, leftOut, onClose }: Props) {
  const { t } = useTranslation();
  const order: BulkOrder = { object: object.name, action: "paste", ids, block };
  const start = useStartRun();
  const preview = useQuery({
    queryKey: ["bulk", "preview", order],
    queryFn: ({ signal }) =>
      request<BulkPreview>("POST", "/api/bulk-runs/preview", { body: order, signal }),
    gcTime: 0,
    retry: false,
  });
  const found = preview.data;
  const fields = block.fields.flatMap((name) => fieldOf(object, name) ?? []);
  return (
    <Modal
      open
      width={860}
      title={t("bulk.pasteTitle", { rows: ids.length, columns: block.fields.length })}
      okText={t("bulk.change", { count: found?.changed ?? 0 })}
      okButtonProps={{ disabled: (found?.changed ?? 0) === 0, loading: start.isPending }}
      cancelText={t("shared.cancel")}
      onOk={() => start.mutate(order, { onSuccess: onClose })}
      onCancel={onClose}
    >
      {leftOut > 0 && <Alert type="info" showIcon title={t("bulk.pasteLeftOut")} />}
      {isProblem(preview.error) && (
        <Alert type="error" title={preview.error.detail ?? preview.error.title} />
      )}
      {found === undefined ? (
        preview.isPending && <Skeleton active title={false} paragraph={{ rows: 4 }} />
      ) : (
        <>
          {found.badCells > 0 && (
            <Alert type="warning" showIcon title={t("bulk.badCells", { count: found.badCells })} />
          )}
          {found.changed === 0 && <p>{t("bulk.nothingChanges")}</p>}
          <div className={styles.block}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{fieldOf(object, object.titleField)?.label}</th>
                  {fields.map((field) => (
                    <th key={field.name} scope="col">
                      {field.label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {found.examples.map((example) => (
                  <tr key={example.id}>
                    <th scope="row">{example.title ?? "—"}</th>
                    {fields.map((field) => (
                      <Cell key={field.name} field={field} example={example} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Modal>
  );
}

function Cell({ field, example }: { field: FieldMeta; example: BulkExample }) {
  const { t } = useTranslation();
  const error = example.errors.find((wrong) => wrong.field === field.name);
  const old = fieldValue(example.from, field.name);
  const next = example.to[field.name];
  const before = plainText(field, old);
  const money = isMoney(old) && typeof next === "number" ? { ...old, amount: String(next) } : next;
  const after = error === undefined ? plainText(field, money) : String(next ?? "");
  const refused = example.outcome === "refused" || example.outcome === "gone";
  return (
    <td data-bad={error !== undefined || refused}>
      {before === after ? (
        after || "—"
      ) : (
        <>
          <del>{before || "—"}</del>
          <ins>{after || "—"}</ins>
        </>
      )}
      {error !== undefined && <small>{error.message}</small>}
      {refused && <small>{t(`bulk.counts.${example.outcome as "refused" | "gone"}`)}</small>}
    </td>
  );
}
