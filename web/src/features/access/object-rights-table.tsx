import { Checkbox, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useIsPhone } from "@/shared/media";
import { type ObjectMeta, useMeta } from "@/shared/meta";
import styles from "./rights-editor.module.css";
import { type ObjectRights, SCOPES, type Scope } from "./rights-queries";

type Props = { objects: ObjectRights[]; onChange: (objects: ObjectRights[]) => void };

const SCOPED = ["read", "update", "delete"] as const;
const SIMPLE = ["create", "import", "export"] as const;

type Change = (rights: ObjectRights) => void;
type Line = { object: ObjectMeta; rights: ObjectRights };

/** For each object type: whose records may be read, changed and deleted, and what else. */
export function ObjectRightsTable({ objects, onChange }: Props) {
  const isPhone = useIsPhone();
  const meta = useMeta();
  const lines = meta.objects.map((object) => ({
    object,
    rights: objects.find((rights) => rights.object === object.name) ?? nothing(object.name),
  }));

  function change(next: ObjectRights) {
    onChange([...objects.filter((rights) => rights.object !== next.object), next]);
  }

  return isPhone ? (
    <Cards lines={lines} onChange={change} />
  ) : (
    <Matrix lines={lines} onChange={change} />
  );
}

type LinesProps = { lines: Line[]; onChange: Change };

function Matrix({ lines, onChange }: LinesProps) {
  const { t } = useTranslation();
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
          {lines.map((line) => (
            <tr key={line.object.name}>
              <th scope="row">{line.object.pluralLabel}</th>
              {SCOPED.map((use) => (
                <td key={use}>
                  <Reach line={line} use={use} onChange={onChange} />
                </td>
              ))}
              {SIMPLE.map((use) => (
                <td key={use}>
                  <Tick line={line} use={use} onChange={onChange} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A phone has no room for seven columns: each object type is a card of its own. */
function Cards({ lines, onChange }: LinesProps) {
  const { t } = useTranslation();
  return lines.map((line) => (
    <fieldset key={line.object.name} className={styles.card}>
      <legend>{line.object.pluralLabel}</legend>
      {SCOPED.map((use) => (
        <div key={use} className={styles.reach}>
          <span aria-hidden="true">{t(`access.use.${use}`)}</span>
          <Reach line={line} use={use} onChange={onChange} />
        </div>
      ))}
      <div className={styles.ticks}>
        {SIMPLE.map((use) => (
          <Tick key={use} line={line} use={use} onChange={onChange}>
            {t(`access.use.${use}`)}
          </Tick>
        ))}
      </div>
    </fieldset>
  ));
}

type ReachProps = { line: Line; use: (typeof SCOPED)[number]; onChange: Change };

function Reach({ line: { object, rights }, use, onChange }: ReachProps) {
  const { t } = useTranslation();
  return (
    <Select<Scope>
      size="small"
      className={styles.scope ?? ""}
      aria-label={`${object.pluralLabel} ${t(`access.use.${use}`)}`}
      value={rights[use]}
      options={SCOPES.map((value) => ({ value, label: t(`access.scope.${value}`) }))}
      onChange={(scope) => onChange({ ...rights, [use]: scope })}
    />
  );
}

type TickProps = {
  line: Line;
  use: (typeof SIMPLE)[number];
  onChange: Change;
  children?: ReactNode;
};

function Tick({ line: { object, rights }, use, onChange, children }: TickProps) {
  const { t } = useTranslation();
  return (
    <Checkbox
      aria-label={`${object.pluralLabel} ${t(`access.use.${use}`)}`}
      checked={rights[use]}
      onChange={(event) => onChange({ ...rights, [use]: event.target.checked })}
    >
      {children}
    </Checkbox>
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
