import { App, Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "@/shared/page";
import styles from "./layout-editor.module.css";
import { LayoutPreview } from "./layout-preview";
import { type Layout, type LayoutState, useKeepLayout, useResetLayout } from "./layout-queries";
import { complete } from "./layout-rows";
import { CardsPanel, PartsList } from "./parts-list";
import { SectionRows } from "./section-rows";

type Props = { layout: Layout; role: string; onRole: (role: string) => void };

const PLACES = ["centre", "side"] as const;

export function LayoutEditor({ layout, role, onRole }: Props) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const names = layout.fields.map(({ name }) => name);
  const [state, setState] = useState<LayoutState>(() => complete(layout.state, names));
  const [isDirty, setDirty] = useState(false);
  const place = { object: layout.object, role, version: layout.version };
  const keep = useKeepLayout(place, () => {
    setDirty(false);
    message.success(t("layout.saved"));
  });
  const reset = useResetLayout(place, () => message.success(t("layout.reset.done")));

  function change(next: Partial<LayoutState>) {
    setState({ ...state, ...next });
    setDirty(true);
  }

  async function chooseRole(next: string) {
    const agrees =
      !isDirty ||
      (await modal.confirm({
        title: t("layout.leave"),
        okText: t("layout.leaveSubmit"),
        cancelText: t("shared.cancel"),
      }));
    if (agrees) {
      onRole(next);
    }
  }

  async function backToStandard() {
    const agrees = await modal.confirm({
      title: t(role === "" ? "layout.reset.everybody" : "layout.reset.role"),
      okText: t("layout.reset.submit"),
      cancelText: t("shared.cancel"),
    });
    if (agrees) {
      reset.mutate(undefined);
    }
  }

  return (
    <>
      <div className={styles.bar}>
        <Select
          aria-label={t("layout.forWhom")}
          className={styles.role ?? ""}
          value={role}
          onChange={chooseRole}
          options={[
            { value: "", label: t("layout.everybody") },
            ...layout.roles.map(({ id, title, own }) => ({
              value: id,
              label: own ? t("layout.roleWithOwn", { title }) : title,
            })),
          ]}
        />
        <Button
          type="primary"
          disabled={!isDirty && layout.version > 0}
          loading={keep.isPending}
          onClick={() => keep.mutate(state)}
        >
          {t("layout.save")}
        </Button>
        {layout.version > 0 && (
          <Button loading={reset.isPending} onClick={backToStandard}>
            {t("layout.reset.action")}
          </Button>
        )}
      </div>
      <div className={styles.columns}>
        <Panel title={t("layout.sections")}>
          <SectionRows layout={layout} state={state} onChange={change} />
        </Panel>
        <div>
          <Panel title={t("layout.tabs")}>
            <PartsList
              label={t("layout.tabs")}
              parts={layout.tabs}
              shown={state.tabs}
              hidden={state.hiddenTabs}
              needsOne
              onChange={(tabs, hiddenTabs) => change({ tabs, hiddenTabs })}
            />
          </Panel>
          {PLACES.map((place) => (
            <CardsPanel key={place} place={place} layout={layout} state={state} onChange={change} />
          ))}
          <LayoutPreview layout={layout} state={state} />
        </div>
      </div>
    </>
  );
}
