export { FollowStar } from "./follow-star";
