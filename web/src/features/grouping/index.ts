export { GroupChooser } from "./group-chooser";
export { GroupName } from "./group-name";
export {
  type Chosen,
  type Group,
  type GroupValue,
  groupsOptions,
  type Lane,
  lanesOptions,
} from "./group-queries";
export {
  filterWithin,
  type Grouping,
  groupBy,
  groupingOf,
  groupWords,
  inOrder,
  keyOf,
  keyText,
  valueFor,
} from "./group-values";
export {
  kindsOf,
  type Measure,
  type MeasureKind,
  measureName,
  measuresOf,
  measureWords,
  withMeasure,
} from "./measures";
export { type ShownLane, useLanes } from "./use-lanes";
