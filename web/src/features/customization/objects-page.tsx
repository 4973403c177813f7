import { PlusOutlined } from "@ant-design/icons";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { byRank } from "@/shared/meta";
import { ObjectIcon } from "@/shared/object-icon";
import { EmptyText, Page, Panel } from "@/shared/page";
import { paths } from "@/shared/paths";
import { ToneTag } from "@/shared/tone-tag";
import { type ObjectDesign, objectsOptions } from "./customization-queries";
import styles from "./design-rows.module.css";
import { ObjectActions } from "./object-actions";
import { ObjectDrawer } from "./object-drawer";
import { useWords } from "./words";

/** Every kind of record, those that people have made first. */
export function ObjectsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isCreating, setCreating] = useState(false);
  const { data } = useSuspenseQuery(objectsOptions());
  const objects = byRank(data, ({ name }) => name);
  const custom = objects.filter((object) => object.custom);
  return (
    <Page
      title={t("customization.title")}
      subtitle={t("customization.subtitle")}
      actions={
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden="true" />}
          onClick={() => setCreating(true)}
        >
          {t("customization.newObject")}
        </Button>
      }
    >
      <Panel title={t("customization.customObjects")}>
        {custom.length === 0 ? (
          <EmptyText>{t("customization.noCustomObjects")}</EmptyText>
        ) : (
          <Objects objects={custom} label={t("customization.customObjects")} />
        )}
      </Panel>
      <Panel title={t("customization.builtInObjects")}>
        <Objects
          objects={objects.filter((object) => !object.custom)}
          label={t("customization.builtInObjects")}
        />
      </Panel>
      {isCreating && (
        <ObjectDrawer
          onClose={() => setCreating(false)}
          onSaved={(object) => navigate(paths.customizedObject(object.name))}
        />
      )}
    </Page>
  );
}

function Objects({ objects, label }: { objects: ObjectDesign[]; label: string }) {
  const { t } = useTranslation();
  const { inMine, inOther } = useWords();
  return (
    <ul className={styles.rows} aria-label={label}>
      {objects.map((object) => (
        <li
          key={object.name}
          className={`${styles.row} ${styles.object}`}
          data-retired={object.retired}
        >
          <span className={styles.icon}>
            <ObjectIcon name={object.icon} />
          </span>
          <span className={styles.names}>
            <strong>
              <Link to={paths.customizedObject(object.name)} className={styles.link ?? ""}>
                {inMine(object.pluralLabels)}
              </Link>
            </strong>
            <small>{inOther(object.pluralLabels)}</small>
          </span>
          <span className={styles.marks}>
            {object.retired && <ToneTag tone="attention">{t("customization.retired")}</ToneTag>}
          </span>
          <code className={styles.code}>{object.name}</code>
          <span className={styles.actions}>
            {object.custom && <ObjectActions object={object} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
