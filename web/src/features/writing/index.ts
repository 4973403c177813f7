export { type CellConflict, type CellSaves, type CellState, useCellSaves } from "./cell-saves";
export { ConflictDialog } from "./conflict-dialog";
export { useDrawer, useKeptText } from "./drafts";
export { FactEditor } from "./fact-editor";
export { RecordDrawer } from "./record-drawer";
export { useCreateRecord, useDeleteRecord, useRefresh, useUpdateRecord } from "./record-mutations";
