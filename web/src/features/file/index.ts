export { FileEntry, FileMark, useFileMarks } from "./file-entry";
export { filesOptions } from "./file-queries";
export { FileDropPage, Files } from "./files";
