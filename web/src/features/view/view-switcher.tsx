import { DownOutlined, PushpinFilled } from "@ant-design/icons";
import { App, Button, Dropdown, type MenuProps } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { can, useSession } from "@/features/access";
import { type ObjectMeta, pathOf } from "@/shared/meta";
import { ObjectIcon } from "@/shared/object-icon";
import { paths } from "@/shared/paths";
import { useDeleteView, useOpenFirst, usePinView } from "./view-mutations";
import { STANDARD_VIEW, type View, type ViewedList } from "./view-queries";
import styles from "./view-switcher.module.css";

type Props = {
  object: ObjectMeta;
  viewed: ViewedList;
  onSaveAs: () => void;
  onCopy: () => void;
  onEdit: () => void;
  onStandards: () => void;
};

/** The name of the view with everything that can be done with it. */
export function ViewSwitcher({ object, viewed, ...on }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const pin = usePinView();
  const openFirst = useOpenFirst();
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

  /** What the administrator wants is seen by whoever wants nothing else. */
  async function reset(own: View) {
    await openFirst.mutateAsync(own);
    navigate(paths.list(pathOf(object)));
  }

  function choose(key: string) {
    const open = {
      saveAs: on.onSaveAs,
      copy: on.onCopy,
      edit: on.onEdit,
      standards: on.onStandards,
    }[key];
    if (open !== undefined) {
      open();
    } else if (key === "reset" && viewed.own !== undefined) {
      reset(viewed.own);
    } else if (key === "first" && view !== undefined) {
      openFirst.mutate(view);
    } else if (key === "pin" && view !== undefined) {
      pin.mutate(view);
    } else if (key === "delete" && view !== undefined) {
      confirmDelete(view);
    } else {
      const path = pathOf(object);
      navigate(paths.view(path, key));
    }
  }

  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items,
        selectedKeys: [view?.id ?? STANDARD_VIEW],
        className: styles.menu ?? "",
        onClick: ({ key }) => choose(key),
      }}
    >
      <Button type="text" className={styles.switcher ?? ""} title={t("view.switch")}>
        {view?.icon && <ObjectIcon name={view.icon} />}
        <span className={styles.name}>{view?.name ?? t("view.standard")}</span>
        <DownOutlined aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}

function iconOf({ icon, pinned }: View) {
  if (icon) {
    return <ObjectIcon name={icon} />;
  }
  return pinned ? <PushpinFilled aria-hidden="true" /> : undefined;
}

function useItems({ views, view, own }: ViewedList): NonNullable<MenuProps["items"]> {
  const { t } = useTranslation();
  const session = useSession();
  const isMine = (known: View) => known.owner.id === session.user.id;
  const group = (key: "mine" | "shared", members: View[]) =>
    members.length === 0
      ? []
      : [{ key, type: "group" as const, label: t(`view.${key}`), children: members.map(itemOf) }];
  const itemOf = (known: View) => ({
    key: known.id,
    label: known.name,
    extra: known.standard
      ? t("view.standardMark")
      : isMine(known)
        ? undefined
        : t("view.by", { name: known.owner.title }),
    icon: iconOf(known),
  });
  return [
    { key: STANDARD_VIEW, label: t("view.standard") },
    ...group("mine", views.filter(isMine)),
    ...group(
      "shared",
      views.filter((known) => !isMine(known)),
    ),
    { type: "divider" },
    { key: "saveAs", label: t("view.saveAs") },
    ...(view === undefined
      ? []
      : [
          { key: "copy", label: t("view.copy") },
          { key: "pin", label: t(view.pinned ? "view.unpin" : "view.pin") },
          { key: "first", label: t(view.opensFirst ? "view.openFirstNoMore" : "view.openFirst") },
        ]),
    ...(own === undefined ? [] : [{ key: "reset", label: t("view.reset") }]),
    ...(view?.sharing === "everyone" && can(session, "admin.settings")
      ? [{ key: "standards", label: t("view.standards") }]
      : []),
    ...(view?.mayChange
      ? [
          { key: "edit", label: t("view.edit") },
          { key: "delete", label: t("view.delete"), danger: true },
        ]
      : []),
  ];
}
