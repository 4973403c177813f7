export { isMergeable, useMergeAction } from "./merge-action";
export { MergedNotice, RecordMerge } from "./record-merge";
