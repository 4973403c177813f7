import { useQuery } from "@tanstack/react-query";
import { App, Button, Checkbox, Flex, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "@/shared/page";
import type { PartProps } from "@/shared/record-parts";
import { FieldRights } from "./field-rights";
import { ObjectRightsTable } from "./object-rights-table";
import styles from "./rights-editor.module.css";
import { type RoleRights, rightsOptions, useSaveRights } from "./rights-queries";
import { can, type Permission, useSession } from "./session";

const PERMISSIONS: Permission[] = [
  "value.read",
  "value.run",
  "import",
  "recycle",
  "admin.users",
  "admin.settings",
  "admin.jobs",
];

/** What a role allows: objects, single fields, and rights that belong to no object. */
export function RightsEditor({ record }: PartProps) {
  const session = useSession();
  const isAllowed = can(session, "admin.users");
  const rights = useQuery({ ...rightsOptions(record.id), enabled: isAllowed });
  if (!isAllowed) {
    return null;
  }
  return rights.data === undefined ? (
    <Panel>
      <Skeleton active />
    </Panel>
  ) : (
    <Editor key={record.id} id={record.id} saved={rights.data} />
  );
}

function Editor({ id, saved }: { id: string; saved: RoleRights }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(saved);
  const save = useSaveRights(id);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(saved);

  function submit() {
    save.mutate(draft, {
      onSuccess: (next) => {
        setDraft(next);
        message.success(t("access.rights.saved"));
      },
    });
  }

  return (
    <Panel
      title={t("access.rights.title")}
      extra={
        <Flex gap={8}>
          <Button size="small" disabled={!isDirty} onClick={() => setDraft(saved)}>
            {t("shared.cancel")}
          </Button>
          <Button
            size="small"
            type="primary"
            disabled={!isDirty}
            loading={save.isPending}
            onClick={submit}
          >
            {t("shared.save")}
          </Button>
        </Flex>
      }
    >
      {draft.administrator === true && (
        <p className={styles.note}>{t("access.rights.everything")}</p>
      )}
      <ObjectRightsTable
        objects={draft.objects}
        onChange={(objects) => setDraft({ ...draft, objects })}
      />
      <h3 className={styles.heading}>{t("access.rights.permissions")}</h3>
      <Checkbox.Group
        className={styles.permissions ?? ""}
        value={draft.permissions}
        options={PERMISSIONS.map((value) => ({
          value: value as string,
          label: t(`access.permission.${value.replace(".", "_") as "import"}`),
        }))}
        onChange={(permissions) => setDraft({ ...draft, permissions })}
      />
      <h3 className={styles.heading}>{t("access.rights.fields")}</h3>
      <FieldRights fields={draft.fields} onChange={(fields) => setDraft({ ...draft, fields })} />
    </Panel>
  );
}
