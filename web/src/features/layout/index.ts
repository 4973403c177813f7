export { useHiddenParts, withoutHidden } from "./hidden-parts";
