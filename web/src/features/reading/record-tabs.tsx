import { useQuery } from "@tanstack/react-query";
import { Tabs } from "antd";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { FileDropPage, filesOptions } from "@/features/file";
import { pathOf } from "@/shared/meta";
import { Panel } from "@/shared/page";
import { arranged, type PartProps, useRecordParts } from "@/shared/record-parts";
import styles from "./record-page.module.css";

const FILES = "files";

/** The tabs in the middle of a record page, in the order of its layout. */
export function RecordTabs({ object, record }: PartProps) {
  const { t } = useTranslation();
  const drawn = useRecordParts();
  const [chosen, setChosen] = useState("");
  const attached = useQuery(filesOptions(pathOf(object), record.id));
  const count = attached.data?.items.length;
  const known = object.parts.filter(({ name, place }) => place === "tab" && name in drawn);
  const shown = arranged(known, ({ name }) => name, object.layout, "tabs");
  const tabs = (shown.length === 0 ? known : shown).map(({ name, label }) => {
    const Part = drawn[name];
    return {
      key: name,
      label: name === FILES && count ? t("file.tab", { count }) : label,
      children: Part && (
        <Suspense fallback={null}>
          <Part object={object} record={record} />
        </Suspense>
      ),
    };
  });
  return (
    <Panel>
      <Tabs
        size="small"
        activeKey={tabs.some(({ key }) => key === chosen) ? chosen : (tabs[0]?.key ?? "")}
        onChange={setChosen}
        destroyOnHidden
        className={styles.tabs ?? ""}
        items={tabs}
      />
      <FileDropPage object={object} record={record} onDrop={() => setChosen(FILES)} />
    </Panel>
  );
}
