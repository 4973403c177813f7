import { MergeCellsOutlined } from "@ant-design/icons";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ObjectMeta } from "@/shared/meta";
import { MergeDialog } from "./merge-dialog";
import { useMerged } from "./use-merged";

const FEWEST = 2;
const MOST = 5;
/** They carry rights; two of them are never one. */
const NEVER = "settings";

export function isMergeable(object: ObjectMeta): boolean {
  return object.rights.update && object.rights.delete && object.group !== NEVER;
}

/** An action on selected records, for whoever shows such actions; `dialog` belongs on the page. */
export function useMergeAction(object: ObjectMeta, onMerged?: () => void) {
  const { t } = useTranslation();
  const { tell } = useMerged();
  const [ids, setIds] = useState<string[]>();
  const dialog: ReactNode =
    ids === undefined ? null : (
      <MergeDialog
        object={object}
        ids={ids}
        onClose={() => setIds(undefined)}
        onMerged={(merge) => {
          setIds(undefined);
          tell(merge);
          onMerged?.();
        }}
      />
    );
  return {
    key: "merge",
    label: t("merge.action"),
    icon: <MergeCellsOutlined aria-hidden="true" />,
    isOffered: isMergeable(object),
    isPossible: (count: number) => count >= FEWEST && count <= MOST,
    start: setIds,
    dialog,
  };
}
