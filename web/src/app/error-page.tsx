import { Button, Flex, Typography } from "antd";
import { useTranslation } from "react-i18next";
import { isRouteErrorResponse, Link, Navigate, useLocation, useRouteError } from "react-router";
import { paths } from "@/shared/paths";
import { isProblem, type Problem } from "@/shared/problem";
import styles from "./error-page.module.css";

export function NotFoundPage() {
  const { t } = useTranslation();
  return <Message title={t("app.error.notFound")} help={t("app.error.notFoundHelp")} />;
}

/** Tells a page that cannot be had from one that failed while being drawn. */
export function ErrorPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  if (isProblem(error)) {
    return <ProblemMessage problem={error} />;
  }
  if (isRouteErrorResponse(error) && error.status === 404) {
    return <NotFoundPage />;
  }
  if (isUnreachable(error)) {
    return (
      <Message
        title={t("shared.problem.unreachable")}
        help={t("shared.problem.unreachableHelp")}
        reloads
      />
    );
  }
  if (isLostChunk(error)) {
    return (
      <Message title={t("app.error.newVersion")} help={t("app.error.newVersionHelp")} reloads />
    );
  }
  return <Message title={t("app.error.failed")} help={t("app.error.failedHelp")} reloads />;
}

function ProblemMessage({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  if (problem.mergedInto !== undefined) {
    // Old links lead to the record that the one they meant has become part of.
    return <Navigate replace to={pathname.replace(/[^/]+$/, problem.mergedInto)} />;
  }
  if (problem.status === 404) {
    return <NotFoundPage />;
  }
  return (
    <Message
      title={problem.title}
      help={problem.detail ?? t("app.error.failedHelp")}
      reloads={problem.status >= 500}
      {...(problem.traceId === undefined ? {} : { traceId: problem.traceId })}
    />
  );
}

type Props = { title: string; help: string; reloads?: boolean; traceId?: string };

function Message({ title, help, reloads = false, traceId }: Props) {
  const { t } = useTranslation();
  return (
    <Flex vertical align="center" gap={8} className={styles.message} role="alert">
      <h1 className={styles.title}>{title}</h1>
      <Typography.Text type="secondary">{help}</Typography.Text>
      {traceId !== undefined && (
        <Typography.Text type="secondary" copyable={{ text: traceId }}>
          {t("shared.problem.trace", { id: traceId })}
        </Typography.Text>
      )}
      <Flex gap={8} className={styles.actions}>
        <Link to={paths.home}>
          <Button>{t("app.error.home")}</Button>
        </Link>
        {reloads && (
          <Button type="primary" onClick={() => window.location.reload()}>
            {t("app.error.reload")}
          </Button>
        )}
      </Flex>
    </Flex>
  );
}

function isLostChunk(error: unknown): boolean {
  return error instanceof TypeError && /import|module/i.test(error.message);
}

function isUnreachable(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /^(failed to fetch|networkerror|load failed)/i.test(error.message) &&
    !isLostChunk(error)
  );
}
