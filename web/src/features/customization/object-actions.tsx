import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { announce } from "@/shared/announce";
import { useChangeObject } from "./customization-mutations";
import { type ObjectDesign, objectPath } from "./customization-queries";
import { RowActions } from "./field-row";
import { ObjectDrawer } from "./object-drawer";
import { RemovalDialog } from "./removal-dialog";
import { RetirementDialog } from "./retirement-dialog";
import { useWords } from "./words";

type Props = { object: ObjectDesign; onRemoved?: () => void | Promise<void> };

/** What can be done with a kind of record that people have made. */
export function ObjectActions({ object, onRemoved }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { inMine } = useWords();
  const [open, setOpen] = useState<string>();
  const change = useChangeObject(object.name);
  const label = inMine(object.labels);
  const doomed = { what: "object" as const, path: objectPath(object.name), label };
  return (
    <>
      <RowActions
        label={label}
        retired={object.retired}
        onChoose={(key) =>
          key === "retire" && object.retired
            ? change.mutate({ retired: false }, { onError: announce })
            : setOpen(key)
        }
      />
      {open === "edit" && <ObjectDrawer object={object} onClose={() => setOpen(undefined)} />}
      {open === "retire" && (
        <RetirementDialog
          retired={doomed}
          isPending={change.isPending}
          onRetire={(answers) => change.mutate({ retired: true }, answers)}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === "delete" && (
        <RemovalDialog
          removed={doomed}
          onClose={() => setOpen(undefined)}
          onRemoved={() => {
            setOpen(undefined);
            message.success(t("customization.remove.done", { label }));
            return onRemoved?.();
          }}
        />
      )}
    </>
  );
}
