import { useInfiniteQuery } from "@tanstack/react-query";
import { Alert, App, Button, Segmented, Space, type TableColumnsType } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { can, useSession } from "@/features/access";
import { DataTable } from "@/shared/data-table";
import { formatInstant, formatMoment } from "@/shared/format";
import { get } from "@/shared/http";
import { pathOf, useMeta } from "@/shared/meta";
import { EmptyText, HiddenTitle, Page } from "@/shared/page";
import { paths } from "@/shared/paths";
import { type Page as PageOf, type Reference, recordKeys } from "@/shared/records";
import { useEraseRecord, useRestoreRecord } from "./record-mutations";
import { Retention } from "./retention";

type Deleted = {
  id: string;
  title: string;
  deletedAt: string;
  deletedBy?: Reference | null;
  /** The record that it became part of. */
  mergedInto?: Reference | null;
};

/** What was deleted, per object type, and the way back. */
export function TrashPage() {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const [parameters, setParameters] = useSearchParams();
  const possible = objects.filter((object) => object.rights.delete);
  const path = parameters.get("object") ?? (possible[0] === undefined ? "" : pathOf(possible[0]));
  const trash = useInfiniteQuery({
    queryKey: [...recordKeys.all(path), "trash"],
    queryFn: ({ pageParam, signal }) =>
      get<PageOf<Deleted>>(`/api/${path}/trash`, { limit: 50, cursor: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor || undefined,
    enabled: path !== "",
  });
  const restore = useRestoreRecord(path);
  const erase = useEraseRecord(path);
  const { modal } = App.useApp();
  const mayErase = can(useSession(), "recycle");
  async function confirmErase(row: Deleted) {
    const agrees = await modal.confirm({
      title: t("writing.trash.eraseTitle", { name: row.title }),
      content: t("writing.trash.eraseHelp"),
      okText: t("writing.trash.erase"),
      okButtonProps: { danger: true },
      cancelText: t("shared.cancel"),
    });
    if (agrees) {
      erase.mutate(row.id);
    }
  }
  const columns: TableColumnsType<Deleted> = [
    {
      key: "title",
      title: t("writing.trash.record"),
      render: (_, { title, mergedInto }) => (
        <>
          {title}
          {mergedInto && (
            <div>
              <Link to={paths.record(path, mergedInto.id)}>
                {t("writing.trash.mergedInto", { name: mergedInto.title })}
              </Link>
            </div>
          )}
        </>
      ),
    },
    {
      key: "deletedAt",
      title: t("writing.trash.deletedAt"),
      width: 130,
      render: (_, row) => (
        <time title={formatInstant(row.deletedAt)}>{formatMoment(row.deletedAt)}</time>
      ),
    },
    {
      key: "deletedBy",
      title: t("writing.trash.deletedBy"),
      width: 150,
      responsive: ["md"],
      render: (_, row) => row.deletedBy?.title,
    },
    {
      key: "restore",
      title: <HiddenTitle />,
      width: mayErase ? 210 : 100,
      align: "right",
      render: (_, row) => (
        <Space wrap style={{ justifyContent: "flex-end" }}>
          <Button
            size="small"
            loading={restore.isPending && restore.variables === row.id}
            onClick={() => restore.mutate(row.id)}
          >
            {t("writing.trash.restore")}
          </Button>
          {mayErase && (
            <Button
              size="small"
              danger
              type="text"
              loading={erase.isPending && erase.variables === row.id}
              onClick={() => confirmErase(row)}
            >
              {t("writing.trash.erase")}
            </Button>
          )}
        </Space>
      ),
    },
  ];
  return (
    <Page
      title={t("writing.trash.title")}
      subtitle={t("writing.trash.help")}
      actions={<Retention />}
    >
      <div style={{ overflowX: "auto", marginBottom: 12 }}>
        <Segmented
          value={path}
          options={possible.map((object) => ({ value: pathOf(object), label: object.pluralLabel }))}
          onChange={(object) => setParameters({ object }, { replace: true })}
        />
      </div>
      {trash.isError && <Alert type="warning" title={trash.error.message} />}
      <DataTable<Deleted>
        loading={trash.isPending && path !== ""}
        columns={columns}
        dataSource={trash.data?.pages.flatMap((page) => page.items) ?? []}
        locale={{ emptyText: <EmptyText>{t("writing.trash.empty")}</EmptyText> }}
      />
      {trash.hasNextPage && (
        <Button block type="text" onClick={() => trash.fetchNextPage()}>
          {t("writing.trash.more")}
        </Button>
      )}
    </Page>
  );
}
