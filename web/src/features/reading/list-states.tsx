import type { UseQueryResult } from "@tanstack/react-query";
import { Button, Empty, Result, Skeleton, Space } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ObjectMeta } from "@/shared/meta";
import { isProblem } from "@/shared/problem";
import { ImportLink } from "./import-link";
import styles from "./list-states.module.css";

type Props = {
  /** What is waited for, and whether it came back with nothing. */
  list: Pick<UseQueryResult, "isError" | "isPending" | "error"> & {
    refetch: () => void;
    isEmpty: boolean;
  };
  object: ObjectMeta;
  isFiltered: boolean;
  onCreate: () => void;
  onClear: () => void;
  children: ReactNode;
};

/** Loading, failed, empty, or the list itself. */
export function ListStates({ list, object, isFiltered, children, ...on }: Props) {
  const { t } = useTranslation();
  if (list.isError) {
    const problem = isProblem(list.error) ? list.error : undefined;
    return (
      <div className={styles.box}>
        <Result
          status="warning"
          title={problem?.title ?? t("shared.problem.unreachable")}
          subTitle={problem === undefined ? t("shared.problem.unreachableHelp") : problem.detail}
          extra={<Button onClick={() => list.refetch()}>{t("shared.retry")}</Button>}
        />
      </div>
    );
  }
  if (list.isPending) {
    return (
      <div className={styles.box}>
        <Skeleton active title={false} paragraph={{ rows: 12, width: "100%" }} />
      </div>
    );
  }
  if (list.isEmpty) {
    const text = isFiltered ? "reading.emptyFiltered" : "reading.empty";
    return (
      <div className={styles.box}>
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={t(text, { object: object.pluralLabel })}
        >
          {isFiltered && <Button onClick={on.onClear}>{t("reading.showAll")}</Button>}
          {!isFiltered && (
            <Space wrap>
              {object.rights.create && (
                <Button onClick={on.onCreate}>{t("reading.new", { object: object.label })}</Button>
              )}
              <ImportLink object={object} />
            </Space>
          )}
        </Empty>
      </div>
    );
  }
  return children;
}
