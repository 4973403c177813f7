export { MentionInput } from "./mention-input";
