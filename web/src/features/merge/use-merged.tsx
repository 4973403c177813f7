import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { announce } from "@/shared/announce";
import { formatNumber } from "@/shared/format";
import { type RecordMerge, useUndoMerge } from "./merge-queries";

const SECONDS = 12;

/** Says that records were merged, with the way back, and what could not be given back. */
export function useMerged() {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const undo = useUndoMerge();

  function takeBack(merge: RecordMerge) {
    notification.destroy(merge.id);
    undo.mutate(merge.id, {
      onError: announce,
      onSuccess: ({ kept, keptFields, examples }) => {
        const isWhole = kept === 0 && keptFields.length === 0;
        const names = examples.map((one) => one.title ?? one.id).join(", ");
        notification[isWhole ? "success" : "warning"]({
          title: t("merge.undone"),
          ...(isWhole
            ? {}
            : {
                description: [
                  kept > 0 ? t("merge.kept", { number: formatNumber(kept), names }) : "",
                  keptFields.length > 0 ? t("merge.keptFields") : "",
                ].join(" "),
              }),
        });
      },
    });
  }

  function tell(merge: RecordMerge) {
    notification.success({
      key: merge.id,
      title: t("merge.done", { name: merge.survivor.title ?? "" }),
      description: t("merge.doneHelp"),
      duration: SECONDS,
      actions: (
        <Button size="small" onClick={() => takeBack(merge)}>
          {t("merge.undo")}
        </Button>
      ),
    });
  }

  return { tell, takeBack };
}
