import { Checkbox, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useMeta } from "@/shared/meta";
import styles from "./rights-editor.module.css";
import { type ObjectRights, SCOPES, type Scope } from "./rights-queries";

type Props = { objects: ObjectRights[]; onChange: (objects: ObjectRights[]) => void };

const SCOPED = ["read", "update", "delete"] as const;
const SIMPLE = ["create", "import", "export"] as const;

/** One line per object type: whose records may be read, changed and deleted, and what else. */
export function ObjectRightsTable({ objects, onChange }: Props) {
  const { t } = useTranslation();
  const meta = useMeta();
  const lines = meta.objects.map((object) => ({
    object,
    rights: objects.find((rights) => rights.object === object.name) ?? nothing(object.name),
  }));

  function change(next: ObjectRights) {
    onChange([...objects.filter((rights) => rights.object !== next.object), next]);
  }

  return (
    <div className={styles.scroll}>
      <table className={styles.matrix}>
        <caption className="visually-hidden">{t("access.rights.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("access.rights.object")}</th>
            {[...SCOPED, ...SIMPLE].map((use) => (
              <th scope="col" key={use}>
                {t(`access.use.${use}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ object, rights }) => (
            <tr key={object.name}>
              <th scope="row">{object.pluralLabel}</th>
              {SCOPED.map((use) => (
                <td key={use}>
                  <Select<Scope>
                    size="small"
                    className={styles.scope ?? ""}
                    aria-label={`${object.pluralLabel} ${t(`access.use.${use}`)}`}
                    value={rights[use]}
                    options={SCOPES.map((value) => ({ value, label: t(`access.scope.${value}`) }))}
                    onChange={(scope) => change({ ...rights, [use]: scope })}
                  />
                </td>
              ))}
              {SIMPLE.map((use) => (
                <td key={use}>
                  <Checkbox
                    aria-label={`${object.pluralLabel} ${t(`access.use.${use}`)}`}
                    checked={rights[use]}
                    onChange={(event) => change({ ...rights, [use]: event.target.checked })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function nothing(object: string): ObjectRights {
  return {
    object,
    read: "none",
    create: false,
    update: "none",
    delete: "none",
    import: false,
    export: false,
  };
}
