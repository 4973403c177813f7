import { useEffect, useEffectEvent } from "react";

type Shortcuts = { search: () => void };

/** Ctrl+K from anywhere; "/" as well, but not while somebody is typing. */
export function useShortcuts({ search }: Shortcuts): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const isPalette = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const isSlash = event.key === "/" && !isTyping(event.target);
    if (isPalette || isSlash) {
      event.preventDefault();
      search();
    }
  });
  useEffect(() => {
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}
