import { App, Typography } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { onAnnounce } from "@/shared/announce";
import { isProblem } from "@/shared/problem";

/** Turns errors without a place of their own into a notification that can be quoted. */
export function ProblemNotices() {
  const { notification } = App.useApp();
  const { t } = useTranslation();
  useEffect(() => {
    onAnnounce((error) => {
      if (!isProblem(error)) {
        notification.error({
          title: t("shared.problem.unreachable"),
          description: t("shared.problem.unreachableHelp"),
        });
        return;
      }
      notification.error({
        title: error.title,
        description: (
          <>
            {error.detail ?? error.errors[0]?.message}
            {error.traceId !== undefined && (
              <Typography.Paragraph type="secondary" copyable={{ text: error.traceId }}>
                {t("shared.problem.trace", { id: error.traceId })}
              </Typography.Paragraph>
            )}
          </>
        ),
      });
    });
  }, [notification, t]);
  return null;
}
