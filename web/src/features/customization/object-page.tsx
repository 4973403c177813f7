import { PlusOutlined } from "@ant-design/icons";
import { useSuspenseQueries } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { pathOf, useObjectMeta } from "@/shared/meta";
import { EmptyText, Page, Panel } from "@/shared/page";
import { paths } from "@/shared/paths";
import { Problem } from "@/shared/problem";
import { ToneTag } from "@/shared/tone-tag";
import { BuiltInFields } from "./built-in-fields";
import { CustomFields } from "./custom-fields";
import { fieldsOptions, objectPath, objectsOptions } from "./customization-queries";
import styles from "./design-rows.module.css";
import { FieldDrawer } from "./field-drawer";
import { ObjectActions } from "./object-actions";
import { RenameDialog } from "./rename-dialog";
import { useWords } from "./words";

/** The fields of one kind of record. */
export function ObjectPage() {
  const { name = "" } = useParams();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { inMine } = useWords();
  const [isCreating, setCreating] = useState(false);
  const [isRenaming, setRenaming] = useState(false);
  const [{ data: objects }, { data: fields }] = useSuspenseQueries({
    queries: [objectsOptions(), fieldsOptions(name)],
  });
  const meta = useObjectMeta(name);
  const object = objects.find((candidate) => candidate.name === name);
  if (object === undefined) {
    throw new Problem(404, {});
  }
  const custom = fields.filter((field) => field.custom);
  const builtIn = fields.filter((field) => !field.custom);
  return (
    <Page
      title={inMine(object.pluralLabels)}
      subtitle={
        <span className={styles.under}>
          {object.retired && <ToneTag tone="attention">{t("customization.retired")}</ToneTag>}
          {meta !== undefined && (
            <>
              <Link to={paths.list(pathOf(meta))}>{t("customization.openList")}</Link>
              <Link to={paths.layout(name)}>{t("layout.open")}</Link>
            </>
          )}
        </span>
      }
      actions={
        <>
          {object.custom ? (
            <ObjectActions object={object} onRemoved={() => navigate(paths.customization)} />
          ) : (
            <Button onClick={() => setRenaming(true)}>{t("customization.rename.action")}</Button>
          )}
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden="true" />}
            onClick={() => setCreating(true)}
          >
            {t("customization.newField")}
          </Button>
        </>
      }
    >
      <Panel title={t("customization.customFields")}>
        {custom.length === 0 ? (
          <EmptyText>{t("customization.noCustomFields")}</EmptyText>
        ) : (
          <CustomFields object={object} fields={custom} />
        )}
      </Panel>
      <Panel title={t("customization.builtInFields")}>
        <BuiltInFields object={name} fields={builtIn} />
      </Panel>
      {isRenaming && (
        <RenameDialog
          named={{ ...object, path: objectPath(name) }}
          onClose={() => setRenaming(false)}
        />
      )}
      {isCreating && <FieldDrawer object={object} onClose={() => setCreating(false)} />}
    </Page>
  );
}
