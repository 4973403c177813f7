import { useQuery } from "@tanstack/react-query";
import { Alert, Checkbox, Modal, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "@/shared/announce";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import { isProblem } from "@/shared/problem";
import styles from "./merge-dialog.module.css";
import { type MergePreview, previewOptions, type RecordMerge, useMerge } from "./merge-queries";
import { MergeTable } from "./merge-table";
import { MoveList } from "./move-list";

type Props = {
  object: ObjectMeta;
  /** Two to five records; the first stays unless somebody chooses another. */
  ids: string[];
  onClose: () => void;
  onMerged: (merge: RecordMerge) => void;
};

/** Lets a person choose what becomes of each field, and shows what moves, before records become one. */
export function MergeDialog({ object, ids, onClose, onMerged }: Props) {
  const { t } = useTranslation();
  const path = pathOf(object);
  const [survivor, setSurvivor] = useState(ids[0] ?? "");
  const [values, setValues] = useState<Record<string, string>>({});
  const [showsAll, setShowsAll] = useState(false);
  const order = { survivor, records: ids.map((id) => ({ id })), values };
  const preview = useQuery(previewOptions(path, order));
  const merge = useMerge(path);

  function submit(shown: MergePreview) {
    const records = shown.records.map(({ id, version }) => ({ id, version }));
    merge.mutate(
      { ...order, records },
      {
        onSuccess: (done) => onMerged(done.merge),
        onError: (error) => {
          announce(error);
          if (isProblem(error, 412)) {
            preview.refetch();
          }
        },
      },
    );
  }

  return (
    <Modal
      open
      width={Math.min(360 + ids.length * 210, 1200)}
      title={t("merge.title", { count: ids.length, objects: object.pluralLabel })}
      okText={t("merge.submit")}
      cancelText={t("shared.cancel")}
      confirmLoading={merge.isPending}
      okButtonProps={{ disabled: preview.data === undefined || preview.isPlaceholderData }}
      onOk={() => preview.data !== undefined && submit(preview.data)}
      onCancel={onClose}
    >
      {preview.isError && <Alert type="warning" title={preview.error.message} />}
      {preview.data === undefined ? (
        preview.isPending && <Skeleton active paragraph={{ rows: 6 }} />
      ) : (
        <>
          <p className={styles.help}>{t("merge.help")}</p>
          <MergeTable
            object={object}
            preview={preview.data}
            values={values}
            survivor={survivor}
            showsAll={showsAll}
            onSurvivor={(id) => {
              setSurvivor(id);
              setValues({});
            }}
            onChoose={(field, id) => setValues({ ...values, [field]: id })}
          />
          <Checkbox
            checked={showsAll}
            onChange={(event) => setShowsAll(event.target.checked)}
            className={styles.all ?? ""}
          >
            {t("merge.showAll")}
          </Checkbox>
          <MoveList preview={preview.data} />
        </>
      )}
    </Modal>
  );
}
