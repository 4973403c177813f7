let listener: (error: unknown) => void = () => undefined;

/** Shows an error that no form or page shows by itself. */
export function announce(error: unknown): void {
  listener(error);
}

export function onAnnounce(next: (error: unknown) => void): void {
  listener = next;
}
