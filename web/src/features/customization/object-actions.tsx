import { useState } from "react";
import { announce } from "@/shared/announce";
import { useChangeObject } from "./customization-mutations";
import { type ObjectDesign, objectPath } from "./customization-queries";
import { EndingDialogs } from "./ending-dialogs";
import { RowActions } from "./field-row";
import { ObjectDrawer } from "./object-drawer";
import { useWords } from "./words";

type Props = { object: ObjectDesign; onRemoved?: () => void | Promise<void> };

/** What can be done with a kind of record that people have made. */
export function ObjectActions({ object, onRemoved }: Props) {
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
      <EndingDialogs
        open={open}
        ended={doomed}
        isPending={change.isPending}
        onRetire={(answers) => change.mutate({ retired: true }, answers)}
        onRemoved={onRemoved}
        onClose={() => setOpen(undefined)}
      />
    </>
  );
}
