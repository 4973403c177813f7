import { useSyncExternalStore } from "react";

const phone = window.matchMedia("(max-width: 767px)");
const medium = window.matchMedia("(max-width: 1099px)");

function useMedia(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => query.matches,
  );
}

export function useIsPhone(): boolean {
  return useMedia(phone);
}

export function useIsNarrow(): boolean {
  return useMedia(medium);
}
