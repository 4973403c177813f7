export { Board } from "./board";
export { boardFieldsOf, boardOf } from "./board-fields";
export { LayoutSwitch } from "./layout-switch";
