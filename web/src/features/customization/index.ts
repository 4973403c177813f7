export { IconPicker } from "./icon-picker";
