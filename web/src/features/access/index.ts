export { AccountMenu } from "./account-menu";
export { can, sessionOptions, useSession } from "./session";
