import { useEffect, useState } from "react";

/** The value as it was when it last stood still, so that not every key asks the server. */
export function useSlowed<T>(value: T, millis: number): T {
  const text = JSON.stringify(value);
  const [still, setStill] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setStill(text), millis);
    return () => window.clearTimeout(timer);
  }, [text, millis]);
  // It was written by the line above.
  return JSON.parse(still) as T;
}
