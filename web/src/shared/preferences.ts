import { useSyncExternalStore } from "react";
import { keepText } from "./kept";

export type ThemeChoice = "light" | "dark" | "system";
export type Density = "comfortable" | "compact";
export type Preferences = { theme: ThemeChoice; density: Density; railFolded: boolean };

const KEY = "kezhi.preferences";
const listeners = new Set<() => void>();
const darkQuery = window.matchMedia("(prefers-color-scheme: dark)");

let current = read();

function read(): Preferences {
  const initial: Preferences = { theme: "system", density: "comfortable", railFolded: false };
  try {
    return { ...initial, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };
  } catch {
    return initial;
  }
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  keepText(localStorage, KEY, JSON.stringify(current));
  for (const listener of listeners) {
    listener();
  }
}

/** Takes over what the server remembers of a person; unknown words are ignored. */
export function adoptPreferences(kept: { theme?: string | null; density?: string | null }): void {
  const { theme, density } = kept;
  if (theme === "light" || theme === "dark" || theme === "system") {
    changePreferences({ theme });
  }
  if (density === "comfortable" || density === "compact") {
    changePreferences({ density });
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current);
}

export function useIsDark(): boolean {
  const { theme } = usePreferences();
  const systemIsDark = useSyncExternalStore(
    (listener) => {
      darkQuery.addEventListener("change", listener);
      return () => darkQuery.removeEventListener("change", listener);
    },
    () => darkQuery.matches,
  );
  return theme === "system" ? systemIsDark : theme === "dark";
}
