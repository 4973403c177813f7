export { DigestPanel } from "./digest-panel";
