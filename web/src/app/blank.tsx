/** Stands in for the first moments, before anything is known. */
export function Blank() {
  return null;
}
