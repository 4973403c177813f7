export { History } from "./history";
export { Timeline } from "./timeline";
