export { useDrawer, useKeptText } from "./drafts";
export { FactEditor } from "./fact-editor";
export { RecordDrawer } from "./record-drawer";
export { useCreateRecord, useDeleteRecord, useRefresh, useUpdateRecord } from "./record-mutations";
