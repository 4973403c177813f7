export { ViewBar, ViewNotice } from "./view-bar";
export { useViewedList, useViews, viewsOptions } from "./view-queries";
