import { type RefObject, useEffect, useEffectEvent } from "react";
import { type DropPlace, placeAt } from "./drop-place";

type Props = {
  board: RefObject<HTMLElement | null>;
  isOn: boolean;
  onOver: (place: DropPlace | undefined) => void;
  onDrop: (id: string, place: DropPlace) => void;
};

const LONG_PRESS = 350;
const SLACK = 10;
const EDGE = 44;
const TURN = 700;
const PULSE = 30;

/**
 * A long press takes a card up, and it follows the finger; at the edge the board goes on to the
 * column beside. A shorter touch scrolls as ever.
 */
export function useTouchDrag({ board, isOn, onOver, onDrop }: Props) {
  const over = useEffectEvent(onOver);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    const root = board.current;
    return root === null || !isOn ? undefined : listen(root, over, drop);
  }, [board, isOn]);
}

function listen(root: HTMLElement, over: Props["onOver"], drop: Props["onDrop"]) {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let from = { x: 0, y: 0 };
  let held: ReturnType<typeof takeUp> | undefined;

  function end() {
    clearTimeout(waiting);
    held?.letGo();
    held = undefined;
    over(undefined);
  }

  function start(event: TouchEvent) {
    const [touch] = event.touches;
    const item = (event.target as Element).closest<HTMLElement>("[data-item]");
    if (touch === undefined || event.touches.length > 1 || item?.dataset.drag !== "true") {
      end();
      return;
    }
    from = { x: touch.clientX, y: touch.clientY };
    waiting = setTimeout(() => {
      held = takeUp(root, item, from, over);
    }, LONG_PRESS);
  }

  function move(event: TouchEvent) {
    const [touch] = event.touches;
    if (touch === undefined) {
      return;
    }
    if (held !== undefined) {
      event.preventDefault();
      held.follow(touch.clientX, touch.clientY);
    } else if (Math.hypot(touch.clientX - from.x, touch.clientY - from.y) > SLACK) {
      clearTimeout(waiting);
    }
  }

  function finish(event: TouchEvent) {
    const place = held?.place();
    if (held !== undefined) {
      // Else a click would open the record.
      event.preventDefault();
    }
    if (held !== undefined && place !== undefined) {
      drop(held.id, place);
    }
    end();
  }

  // A long press on a link would offer to open it.
  const quiet = (event: Event) => event.preventDefault();
  root.addEventListener("touchstart", start, { passive: true });
  root.addEventListener("touchmove", move, { passive: false });
  root.addEventListener("touchend", finish, { passive: false });
  root.addEventListener("touchcancel", end);
  root.addEventListener("contextmenu", quiet);
  return () => {
    end();
    root.removeEventListener("touchstart", start);
    root.removeEventListener("touchmove", move);
    root.removeEventListener("touchend", finish);
    root.removeEventListener("touchcancel", end);
    root.removeEventListener("contextmenu", quiet);
  };
}

/** The card in the hand: a picture of it that follows the finger. */
function takeUp(
  root: HTMLElement,
  item: HTMLElement,
  from: { x: number; y: number },
  over: Props["onOver"],
) {
  const id = item.dataset.item ?? "";
  const { left, top, width } = item.getBoundingClientRect();
  const picture = item.cloneNode(true) as HTMLElement;
  picture.removeAttribute("data-item");
  picture.setAttribute("aria-hidden", "true");
  Object.assign(picture.style, {
    position: "fixed",
    zIndex: "1000",
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    pointerEvents: "none",
    opacity: "0.9",
    listStyle: "none",
    rotate: "2deg",
  });
  document.body.append(picture);
  navigator.vibrate?.(10);
  let at = from;
  let turned = 0;

  function tell() {
    over(placeAt(at.x, at.y, id));
  }

  const pulse = setInterval(() => {
    const side = at.x < EDGE ? -1 : at.x > window.innerWidth - EDGE ? 1 : 0;
    if (side !== 0 && Date.now() - turned > TURN) {
      turned = Date.now();
      root.scrollBy({ left: side * root.clientWidth * 0.8, behavior: "smooth" });
    }
    const cards = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>("[data-lane]");
    const box = cards?.getBoundingClientRect();
    if (cards && box) {
      const pull = at.y < box.top + EDGE ? -1 : at.y > box.bottom - EDGE ? 1 : 0;
      cards.scrollTop += pull * 8;
    }
    tell();
  }, PULSE);

  return {
    id,
    follow: (x: number, y: number) => {
      at = { x, y };
      picture.style.transform = `translate(${x - from.x}px, ${y - from.y}px)`;
      tell();
    },
    place: () => placeAt(at.x, at.y, id),
    letGo: () => {
      clearInterval(pulse);
      picture.remove();
    },
  };
}
