import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, type TableColumnsType } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DataTable } from "@/shared/data-table";
import { formatMoment, formatNumber } from "@/shared/format";
import { useMeta } from "@/shared/meta";
import { EmptyText, Page } from "@/shared/page";
import { paths } from "@/shared/paths";
import { RecordAnchor } from "@/shared/record-link";
import { type ImportDetail, importsOptions } from "./import-queries";
import { ImportStateTag } from "./import-state-tag";

export function ImportListPage() {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const imports = useInfiniteQuery(importsOptions());
  const amount = (key: "created" | "updated" | "bad") => ({
    key,
    title: t(`transfer.counts.${key}`),
    align: "right" as const,
    width: 90,
    render: (_: unknown, row: ImportDetail) => row.counts && formatNumber(row.counts[key]),
  });
  const columns: TableColumnsType<ImportDetail> = [
    {
      key: "file",
      title: t("transfer.file"),
      render: (_, row) => <RecordAnchor to={paths.oneImport(row.id)}>{row.fileName}</RecordAnchor>,
    },
    {
      key: "object",
      title: t("transfer.object"),
      width: 110,
      responsive: ["md"],
      render: (_, row) => objects.find((object) => object.name === row.object)?.pluralLabel,
    },
    {
      key: "state",
      title: t("transfer.state"),
      width: 100,
      render: (_, row) => <ImportStateTag state={row.state} />,
    },
    amount("created"),
    { ...amount("updated"), responsive: ["md"] },
    { ...amount("bad"), responsive: ["md"] },
    {
      key: "createdAt",
      title: t("transfer.createdAt"),
      width: 130,
      responsive: ["md"],
      render: (_, row) => row.createdAt && formatMoment(row.createdAt),
    },
  ];
  return (
    <Page
      title={t("transfer.listTitle")}
      actions={
        <Link to={paths.newImport()}>
          <Button type="primary">{t("transfer.new")}</Button>
        </Link>
      }
    >
      <DataTable<ImportDetail>
        loading={imports.isPending}
        columns={columns}
        dataSource={imports.data?.pages.flatMap((page) => page.items) ?? []}
        locale={{ emptyText: <EmptyText>{t("transfer.empty")}</EmptyText> }}
      />
      {imports.hasNextPage && (
        <Button block type="text" onClick={() => imports.fetchNextPage()}>
          {t("transfer.loadMore")}
        </Button>
      )}
    </Page>
  );
}
