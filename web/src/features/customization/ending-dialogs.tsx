import { App } from "antd";
import { useTranslation } from "react-i18next";
import { RemovalDialog, type Removed } from "./removal-dialog";
import { type Answers, RetirementDialog } from "./retirement-dialog";

type Props = {
  /** Which of the dialogs is open, if one is. */
  open: string | undefined;
  ended: Removed;
  isPending: boolean;
  onRetire: (answers: Answers) => void;
  onRemoved?: (() => void | Promise<void>) | undefined;
  onClose: () => void;
};

/** The two ends of what people have made: out of use, and gone for good. */
export function EndingDialogs({ open, ended, isPending, onRetire, onRemoved, onClose }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  if (open === "retire") {
    return (
      <RetirementDialog
        retired={ended}
        isPending={isPending}
        onRetire={onRetire}
        onClose={onClose}
      />
    );
  }
  if (open !== "delete") {
    return null;
  }
  return (
    <RemovalDialog
      removed={ended}
      onClose={onClose}
      onRemoved={() => {
        onClose();
        message.success(t("customization.remove.done", { label: ended.label }));
        return onRemoved?.();
      }}
    />
  );
}
