export { JobProgress } from "./job-progress";
export { isOver, type Job, useLiveJob } from "./job-queries";
