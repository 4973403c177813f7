import {
  FileExcelOutlined,
  FileImageOutlined,
  FileOutlined,
  FilePdfOutlined,
  FilePptOutlined,
  FileTextOutlined,
  FileWordOutlined,
  FileZipOutlined,
} from "@ant-design/icons";
import { Avatar } from "antd";
import { type AttachedFile, pictureAddress } from "./file-queries";
import styles from "./files.module.css";

const ICONS = [
  [/pdf/, FilePdfOutlined],
  [/spreadsheet|excel|csv/, FileExcelOutlined],
  [/word|opendocument.text|rtf/, FileWordOutlined],
  [/presentation|powerpoint/, FilePptOutlined],
  [/zip|rar|7z|tar|compress/, FileZipOutlined],
  [/^image/, FileImageOutlined],
  [/^text/, FileTextOutlined],
] as const;

/** A small picture of an image, or a sign for what kind of file it is. */
export function FilePicture({ file }: { file: AttachedFile }) {
  const Icon = ICONS.find(([pattern]) => pattern.test(file.type))?.[1] ?? FileOutlined;
  return (
    <Avatar
      shape="square"
      size={44}
      className={styles.picture ?? ""}
      icon={<Icon aria-hidden="true" />}
      {...(file.preview === "image" ? { src: pictureAddress(file.id, file.number), alt: "" } : {})}
    />
  );
}
