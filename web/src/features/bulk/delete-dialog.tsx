import { useQuery } from "@tanstack/react-query";
import { Modal, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { formatList, formatNumber } from "@/shared/format";
import { request } from "@/shared/http";
import { type ObjectMeta, useMeta } from "@/shared/meta";
import { type BulkOrder, type BulkPreview, useStartRun } from "./bulk-queries";
import { PreviewWords } from "./preview-words";

type Props = {
  object: ObjectMeta;
  chosen: Omit<BulkOrder, "action">;
  size: string;
  onClose: () => void;
  onStarted: () => void;
};

/** Tells what would go into the recycle bin, and what would go along, before it goes. */
export function DeleteDialog({ object, chosen, size, onClose, onStarted }: Props) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const order: BulkOrder = { ...chosen, action: "delete" };
  const start = useStartRun();
  const preview = useQuery({
    queryKey: ["bulk", "preview", order],
    queryFn: ({ signal }) =>
      request<BulkPreview>("POST", "/api/bulk-runs/preview", { body: order, signal }),
    gcTime: 0,
  });
  const along = (preview.data?.following ?? []).map(({ object: name, count }) => {
    const label = objects.find((known) => known.name === name)?.pluralLabel ?? name;
    return `${label} ${formatNumber(count)}`;
  });
  return (
    <Modal
      open
      title={t("bulk.deleteTitle", { total: size, objects: object.pluralLabel })}
      okText={t("bulk.deleteSubmit", { count: preview.data?.changed ?? 0 })}
      okButtonProps={{
        danger: true,
        disabled: (preview.data?.changed ?? 0) === 0,
        loading: start.isPending,
      }}
      cancelText={t("shared.cancel")}
      onOk={() => start.mutate(order, { onSuccess: onStarted })}
      onCancel={onClose}
    >
      {preview.data === undefined ? (
        <Skeleton active title={false} paragraph={{ rows: 3 }} />
      ) : (
        <>
          <PreviewWords object={object} preview={{ ...preview.data, examples: [] }} />
          <p>
            {along.length > 0
              ? t("bulk.deleteAlong", { along: formatList(along, "and") })
              : t("bulk.deleteHelp")}
          </p>
        </>
      )}
    </Modal>
  );
}
