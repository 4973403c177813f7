import { QueryClientProvider } from "@tanstack/react-query";
import { App, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { useTranslation } from "react-i18next";
import { RouterProvider } from "react-router/dom";
import { useIsDark, usePreferences } from "@/shared/preferences";
import { ProblemNotices } from "./problem-notices";
import { queryClient } from "./query-client";
import type { createRouter } from "./router";
import { themeOf, toneVariables } from "./theme";

type Props = { router: ReturnType<typeof createRouter> };

export function Providers({ router }: Props) {
  const { i18n } = useTranslation();
  const { density } = usePreferences();
  const isDark = useIsDark();
  return (
    <ConfigProvider
      locale={i18n.language === "en" ? enUS : zhCN}
      theme={themeOf(isDark, density === "compact")}
      button={{ autoInsertSpace: false }}
    >
      <style>{toneVariables(isDark)}</style>
      <App component={false}>
        <QueryClientProvider client={queryClient}>
          <ProblemNotices />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
