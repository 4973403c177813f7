export { hiddenSectionsOptions } from "./layout-queries";
