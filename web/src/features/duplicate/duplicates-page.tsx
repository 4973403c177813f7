import { useInfiniteQuery } from "@tanstack/react-query";
import { Alert, App, Button, Empty, Segmented, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { can, useSession } from "@/features/access";
import { isMergeable, useMergeAction } from "@/features/merge";
import { announce } from "@/shared/announce";
import { type ObjectMeta, pathOf, useMeta } from "@/shared/meta";
import { Page } from "@/shared/page";
import { groupsOptions, useStartScan } from "./duplicate-queries";
import styles from "./duplicates.module.css";
import { GroupCard } from "./group-card";

/** What the scan has found, for people to decide. */
export function DuplicatesPage() {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const { message } = App.useApp();
  const [parameters, setParameters] = useSearchParams();
  const scan = useStartScan();
  const mayScan = can(useSession(), "admin.jobs");
  const possible = objects.filter(isMergeable);
  const object = possible.find((one) => pathOf(one) === parameters.get("object")) ?? possible[0];
  return (
    <Page
      title={t("duplicate.title")}
      subtitle={t("duplicate.help")}
      actions={
        mayScan && (
          <Button
            loading={scan.isPending}
            onClick={() =>
              scan.mutate(undefined, {
                onSuccess: () => message.success(t("duplicate.started")),
                onError: announce,
              })
            }
          >
            {t("duplicate.scan")}
          </Button>
        )
      }
    >
      <div className={styles.objects}>
        <Segmented
          value={object === undefined ? "" : pathOf(object)}
          options={possible.map((one) => ({ value: pathOf(one), label: one.pluralLabel }))}
          onChange={(path) => setParameters({ object: path }, { replace: true })}
        />
      </div>
      {object !== undefined && <Groups key={object.name} object={object} />}
    </Page>
  );
}

function Groups({ object }: { object: ObjectMeta }) {
  const { t } = useTranslation();
  const groups = useInfiniteQuery(groupsOptions(pathOf(object)));
  const merge = useMergeAction(object);
  const items = groups.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {groups.isError && <Alert type="warning" title={groups.error.message} />}
      {groups.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {groups.isSuccess && items.length === 0 && <Empty description={t("duplicate.none")} />}
      <ul className={styles.groups}>
        {items.map((group) => (
          <li key={group.id}>
            <GroupCard object={object} group={group} onMerge={merge.start} />
          </li>
        ))}
      </ul>
      {groups.hasNextPage && (
        <Button block type="text" onClick={() => groups.fetchNextPage()}>
          {t("duplicate.more")}
        </Button>
      )}
      {merge.dialog}
    </>
  );
}
