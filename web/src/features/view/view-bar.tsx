import { Alert, App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { announce } from "@/shared/announce";
import { differs, partsOfList, writeListState } from "@/shared/list-state";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import { paths } from "@/shared/paths";
import { isProblem } from "@/shared/problem";
import { StandardsDialog } from "./standards-dialog";
import { ViewDialog } from "./view-dialog";
import { stateOf, useChangeView } from "./view-mutations";
import type { View, ViewedList } from "./view-queries";
import { ViewSwitcher } from "./view-switcher";
import styles from "./view-switcher.module.css";

type Props = { object: ObjectMeta; viewed: ViewedList };

/** By which view a list is shown, and what to do with what was changed since. */
export function ViewBar({ object, viewed }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<"new" | "copy" | "edit" | "standards">();
  const { view, state, base, change } = viewed;

  function show(saved: View) {
    setDialog(undefined);
    if (dialog !== "edit") {
      navigate(paths.view(pathOf(object), saved.id));
    }
  }

  return (
    <>
      <ViewSwitcher
        object={object}
        viewed={viewed}
        onSaveAs={() => setDialog("new")}
        onCopy={() => setDialog("copy")}
        onEdit={() => setDialog("edit")}
        onStandards={() => setDialog("standards")}
      />
      {differs(state, base) && (
        <Changes
          viewed={viewed}
          onCancel={() => change(partsOfList(base))}
          onSaveAs={() => setDialog("new")}
        />
      )}
      {dialog === "standards" && view !== undefined && (
        <StandardsDialog view={view} onClose={() => setDialog(undefined)} />
      )}
      {dialog !== undefined && dialog !== "standards" && (
        <ViewDialog
          object={object}
          view={dialog === "edit" ? view : undefined}
          name={dialog === "copy" ? t("view.copyOf", { name: view?.name }) : undefined}
          state={dialog === "copy" && view !== undefined ? view.state : stateOf(state)}
          onSaved={show}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}

type ChangesProps = { viewed: ViewedList; onCancel: () => void; onSaveAs: () => void };

function Changes({ viewed: { view, state }, onCancel, onSaveAs }: ChangesProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const save = useChangeView();

  function saveChanges(changed: View) {
    save.mutate(
      { view: changed, body: { state: stateOf(state) } },
      {
        onSuccess: () => {
          const search = writeListState(state, { ...state, view: changed.id }).toString();
          navigate({ search }, { replace: true });
          message.success(t("view.saved"));
        },
        onError: (error) => {
          if (!isProblem(error, 412)) {
            announce(error);
          }
        },
      },
    );
  }

  return (
    <fieldset className={styles.changes} aria-label={t("view.unsaved")}>
      <Button type="text" size="small" onClick={onCancel}>
        {t("view.cancel")}
      </Button>
      {view?.mayChange ? (
        <Button type="link" size="small" loading={save.isPending} onClick={() => saveChanges(view)}>
          {t("view.save")}
        </Button>
      ) : (
        <Button type="link" size="small" onClick={onSaveAs}>
          {t(view === undefined ? "view.saveAsView" : "view.saveAs")}
        </Button>
      )}
    </fieldset>
  );
}

/** Says what the list cannot show of the view that was asked for. */
export function ViewNotice({ viewed: { view, isLost } }: { viewed: ViewedList }) {
  const { t } = useTranslation();
  if (isLost) {
    return <Alert type="warning" showIcon closable title={t("view.lost")} />;
  }
  if (view === undefined || view.leftOut.length === 0) {
    return null;
  }
  const fields = view.leftOut.map(({ label }) => label).join(" · ");
  return <Alert type="info" showIcon closable title={t("view.leftOut", { fields })} />;
}
