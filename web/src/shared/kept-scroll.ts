import { type RefObject, useLayoutEffect } from "react";
import { useLocation } from "react-router";

const offsets = new Map<string, number>();

/** Going back finds a list where it was left; a new page of the history begins at its top. */
export function useKeptScroll(element: RefObject<HTMLElement | null>): number {
  const { key } = useLocation();
  useLayoutEffect(() => {
    const scroller = element.current;
    if (scroller === null) {
      return;
    }
    scroller.scrollTop = offsets.get(key) ?? 0;
    const keep = () => offsets.set(key, scroller.scrollTop);
    scroller.addEventListener("scroll", keep, { passive: true });
    return () => scroller.removeEventListener("scroll", keep);
  }, [key, element]);
  return offsets.get(key) ?? 0;
}
