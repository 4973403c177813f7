import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { formatInstant } from "@/shared/format";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import { paths } from "@/shared/paths";
import { type RecordData, titleOf } from "@/shared/records";
import { ReferencesPicker } from "@/shared/reference-picker";
import { MergeDialog } from "./merge-dialog";
import { mergesOptions } from "./merge-queries";
import { useMerged } from "./use-merged";

const MOST_OTHERS = 4;

type Props = { object: ObjectMeta; record: RecordData; onClose: () => void };

/** Merges a record with others that a person looks up. */
export function RecordMerge({ object, record, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tell } = useMerged();
  const [others, setOthers] = useState<string[]>([]);
  const [isComparing, setComparing] = useState(false);
  if (isComparing) {
    return (
      <MergeDialog
        object={object}
        ids={[record.id, ...others]}
        onClose={onClose}
        onMerged={(merge) => {
          tell(merge);
          onClose();
          if (merge.survivor.id !== record.id) {
            navigate(paths.record(pathOf(object), merge.survivor.id), { replace: true });
          }
        }}
      />
    );
  }
  return (
    <Modal
      open
      title={t("merge.with", { name: titleOf(record, object.titleField) })}
      okText={t("merge.compare")}
      cancelText={t("shared.cancel")}
      okButtonProps={{ disabled: others.length === 0 }}
      onOk={() => setComparing(true)}
      onCancel={onClose}
    >
      <p>{t("merge.withHelp")}</p>
      <ReferencesPicker
        object={object.name}
        value={others}
        autoFocus
        aria-label={t("merge.otherRecords")}
        onChange={(ids) => setOthers(ids.filter((id) => id !== record.id).slice(0, MOST_OTHERS))}
      />
    </Modal>
  );
}

/** Tells on the page of a record which others it has taken in lately, with the way back. */
export function MergedNotice({ object, record }: Omit<Props, "onClose">) {
  const { t } = useTranslation();
  const { takeBack } = useMerged();
  const merges = useQuery(mergesOptions(pathOf(object), record.id));
  const open = (merges.data?.items ?? []).filter((merge) => merge.state === "done");
  return open.map((merge) => (
    <Alert
      key={merge.id}
      type="info"
      title={t("merge.notice", {
        names: merge.merged.map((one) => one.title ?? "—").join(", "),
        at: formatInstant(merge.mergedAt),
      })}
      action={
        <Button size="small" onClick={() => takeBack(merge)}>
          {t("merge.undo")}
        </Button>
      }
    />
  ));
}
