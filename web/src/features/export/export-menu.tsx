import { DownloadOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ObjectMeta } from "@/shared/meta";
import type { ListQuery } from "@/shared/records";
import { ExportDialog } from "./export-dialog";
import { type ExportFormat, FORMATS, useStartExport } from "./export-queries";

const AS_CARDS = ["contact", "customer"];

/** Takes the list away as it is shown: its columns, its filter, its order, all of its records. */
export function ExportMenu({ object, query }: { object: ObjectMeta; query: ListQuery }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const start = useStartExport();
  const formats = FORMATS.filter((format) => {
    return format !== "vcard" || AS_CARDS.includes(object.name);
  });

  function run(format: ExportFormat) {
    start.mutate(
      {
        object: object.name,
        format,
        filter: query.filter === undefined ? undefined : JSON.parse(query.filter),
        sort: query.sort?.split(","),
        columns: query.columns?.split(","),
        q: query.q,
      },
      { onSuccess: () => setOpen(true) },
    );
  }

  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            ...formats.map((format) => ({
              key: format,
              label: t(`export.format.${format}`),
              onClick: () => run(format),
            })),
            { type: "divider" as const },
            { key: "mine", label: t("export.mine"), onClick: () => setOpen(true) },
          ],
        }}
      >
        <Button icon={<DownloadOutlined aria-hidden="true" />} loading={start.isPending}>
          {t("export.export")}
        </Button>
      </Dropdown>
      {isOpen && <ExportDialog onClose={() => setOpen(false)} />}
    </>
  );
}
