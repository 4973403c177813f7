import { DownOutlined, PushpinFilled } from "@ant-design/icons";
import { App, Button, Dropdown, type MenuProps } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useSession } from "@/features/access";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import { paths } from "@/shared/paths";
import { useDeleteView, usePinView } from "./view-mutations";
import type { View, ViewedList } from "./view-queries";
import styles from "./view-switcher.module.css";

type Props = {
  object: ObjectMeta;
  viewed: ViewedList;
  onSaveAs: () => void;
  onEdit: () => void;
};

const STANDARD_KEY = "standard";

/** The name of the view with everything that can be done with it. */
export function ViewSwitcher({ object, viewed, onSaveAs, onEdit }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const pin = usePinView();
  const remove = useDeleteView();
  const { view } = viewed;
  const items = useItems(viewed);

  async function confirmDelete(doomed: View) {
    const agrees = await modal.confirm({
      title: t("view.deleteTitle", { name: doomed.name }),
      content: t("view.deleteHelp"),
      okText: t("view.deleteSubmit"),
      okButtonProps: { danger: true },
      cancelText: t("shared.cancel"),
    });
    if (agrees) {
      navigate(paths.list(pathOf(object)));
      remove.mutate(doomed);
    }
  }

  function choose(key: string) {
    if (key === "saveAs") {
      onSaveAs();
    } else if (key === "edit") {
      onEdit();
    } else if (key === "pin" && view !== undefined) {
      pin.mutate(view);
    } else if (key === "delete" && view !== undefined) {
      confirmDelete(view);
    } else {
      const path = pathOf(object);
      navigate(key === STANDARD_KEY ? paths.list(path) : paths.view(path, key));
    }
  }

  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items,
        selectedKeys: [view?.id ?? STANDARD_KEY],
        className: styles.menu ?? "",
        onClick: ({ key }) => choose(key),
      }}
    >
      <Button type="text" className={styles.switcher ?? ""} title={t("view.switch")}>
        <span className={styles.name}>{view?.name ?? t("view.standard")}</span>
        <DownOutlined aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}

function useItems({ views, view }: ViewedList): NonNullable<MenuProps["items"]> {
  const { t } = useTranslation();
  const { user } = useSession();
  const isMine = (known: View) => known.owner.id === user.id;
  const group = (key: "mine" | "shared", members: View[]) =>
    members.length === 0
      ? []
      : [{ key, type: "group" as const, label: t(`view.${key}`), children: members.map(itemOf) }];
  const itemOf = (known: View) => ({
    key: known.id,
    label: known.name,
    extra: isMine(known) ? undefined : t("view.by", { name: known.owner.title }),
    icon: known.pinned ? <PushpinFilled aria-hidden="true" /> : undefined,
  });
  return [
    { key: STANDARD_KEY, label: t("view.standard") },
    ...group("mine", views.filter(isMine)),
    ...group(
      "shared",
      views.filter((known) => !isMine(known)),
    ),
    { type: "divider" },
    { key: "saveAs", label: t("view.saveAs") },
    ...(view === undefined
      ? []
      : [{ key: "pin", label: t(view.pinned ? "view.unpin" : "view.pin") }]),
    ...(view?.mayChange
      ? [
          { key: "edit", label: t("view.edit") },
          { key: "delete", label: t("view.delete"), danger: true },
        ]
      : []),
  ];
}
