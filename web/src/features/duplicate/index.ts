export { LiveHits } from "./live-hits";
