import { type DragEvent, useState } from "react";

const DRAGGED = "application/x-kezhi-person";

/** Lets somebody be taken by the mouse. */
export function dragging(id: string, isMovable: boolean) {
  return {
    draggable: isMovable,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(DRAGGED, id);
      event.dataTransfer.effectAllowed = "move";
    },
  };
}

/** Where people who are dragged can be dropped. */
export function useDropTarget(onDrop: (id: string) => void) {
  const [isTarget, setTarget] = useState(false);
  const dropping = {
    "data-target": isTarget,
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes(DRAGGED)) {
        event.preventDefault();
        setTarget(true);
      }
    },
    onDragLeave: () => setTarget(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setTarget(false);
      onDrop(event.dataTransfer.getData(DRAGGED));
    },
  };
  return dropping;
}
