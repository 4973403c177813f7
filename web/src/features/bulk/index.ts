export { BulkTray } from "./bulk-tray";
export { type Block, parseBlock } from "./cell-block";
export { PasteDialog } from "./paste-dialog";
export { type Selection, useSelection } from "./selection";
export { SelectionBar, useBulkDialog } from "./selection-bar";
