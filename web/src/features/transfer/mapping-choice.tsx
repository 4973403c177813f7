import { DeleteOutlined, SaveOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Flex, Select, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { can, useSession } from "@/features/access";
import styles from "./import.module.css";
import type { ImportChange, ImportDetail } from "./import-queries";
import { MappingDialog } from "./mapping-dialog";
import { mappingsOptions, useDeleteMapping } from "./mapping-queries";

type Props = { data: ImportDetail; onChange: (change: ImportChange) => void };

/** Which stored mapping is taken, and keeping the one on the screen for the next file. */
export function MappingChoice({ data, onChange }: Props) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const session = useSession();
  const { data: mappings = [] } = useQuery(mappingsOptions(data.object));
  const remove = useDeleteMapping();
  const [isSaving, setSaving] = useState(false);
  const chosen = mappings.find(({ id }) => id === data.mapping);
  const mayDelete = chosen !== undefined && (chosen.own || can(session, "admin.settings"));

  async function askAndDelete() {
    const agrees = await modal.confirm({
      title: t("transfer.mappings.deleteTitle", { name: chosen?.name }),
      okText: t("transfer.mappings.delete"),
      okButtonProps: { danger: true },
      cancelText: t("transfer.back"),
    });
    if (agrees && chosen !== undefined) {
      remove.mutate(chosen.id);
    }
  }

  return (
    <Flex gap={6} className={styles.stored ?? ""}>
      {mappings.length > 0 && (
        <Select
          aria-label={t("transfer.mappings.stored")}
          className={styles.storedName ?? ""}
          placeholder={t("transfer.mappings.choose")}
          value={chosen?.id ?? null}
          options={mappings.map(({ id, name, own }) => ({
            value: id,
            label: own ? name : t("transfer.mappings.ofAll", { name }),
          }))}
          onChange={(mapping) => onChange({ mapping })}
        />
      )}
      {mayDelete && (
        <Tooltip title={t("transfer.mappings.delete")}>
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t("transfer.mappings.delete")}
            loading={remove.isPending}
            onClick={askAndDelete}
          />
        </Tooltip>
      )}
      <Button icon={<SaveOutlined />} onClick={() => setSaving(true)}>
        {t("transfer.mappings.save")}
      </Button>
      {isSaving && (
        <MappingDialog
          data={data}
          name={chosen?.own ? chosen.name : undefined}
          isShared={chosen?.own === true && chosen.shared}
          onSaved={(mapping) => {
            setSaving(false);
            onChange({ mapping: mapping.id });
          }}
          onClose={() => setSaving(false)}
        />
      )}
    </Flex>
  );
}
