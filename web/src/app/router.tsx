import { createBrowserRouter, type RouteObject } from "react-router";
import { onSessionLost } from "@/shared/http";
import { paths } from "@/shared/paths";
import { Blank } from "./blank";
import { ErrorPage, NotFoundPage } from "./error-page";
import { frameLoader, homeLoader } from "./loaders";
import { queryClient } from "./query-client";
import { Shell } from "./shell";

const pages: RouteObject[] = [
  { index: true, loader: homeLoader },
  {
    path: "insight",
    lazy: async () => ({
      Component: (await import("@/features/insight/insight-page")).InsightPage,
    }),
  },
  {
    path: "insight/settings",
    lazy: async () => ({
      Component: (await import("@/features/insight/value-settings-page")).ValueSettingsPage,
    }),
  },
  {
    path: "imports",
    lazy: async () => ({
      Component: (await import("@/features/transfer/import-list-page")).ImportListPage,
    }),
  },
  {
    path: "imports/new",
    lazy: async () => ({
      Component: (await import("@/features/transfer/new-import-page")).NewImportPage,
    }),
  },
  {
    path: "imports/:id",
    lazy: async () => ({
      Component: (await import("@/features/transfer/import-page")).ImportPage,
    }),
  },
  {
    path: "tasks",
    lazy: async () => ({
      Component: (await import("@/features/activity/tasks-page")).TasksPage,
    }),
  },
  {
    path: "calendar",
    lazy: async () => ({
      Component: (await import("@/features/calendar/calendar-page")).CalendarPage,
    }),
  },
  {
    path: "working-hours",
    lazy: async () => ({
      Component: (await import("@/features/calendar/working-hours-page")).WorkingHoursPage,
    }),
  },
  {
    path: "bulk-runs/:id",
    lazy: async () => ({ Component: (await import("@/features/bulk/bulk-page")).BulkPage }),
  },
  {
    path: "jobs",
    lazy: async () => ({ Component: (await import("@/features/job/jobs-page")).JobsPage }),
  },
  {
    path: "trash",
    lazy: async () => ({ Component: (await import("@/features/writing/trash-page")).TrashPage }),
  },
  {
    path: "duplicates",
    lazy: async () => ({
      Component: (await import("@/features/duplicate/duplicates-page")).DuplicatesPage,
    }),
  },
  {
    path: "customization",
    lazy: async () => ({
      Component: (await import("@/features/customization/objects-page")).ObjectsPage,
    }),
  },
  {
    path: "customization/:name/layout",
    lazy: async () => ({
      Component: (await import("@/features/layout/layout-page")).LayoutPage,
    }),
  },
  {
    path: "customization/:name",
    lazy: async () => ({
      Component: (await import("@/features/customization/object-page")).ObjectPage,
    }),
  },
  {
    path: "mail",
    lazy: async () => ({ Component: (await import("@/features/mail/mail-page")).MailPage }),
  },
  {
    path: "notifications/settings",
    lazy: async () => ({
      Component: (await import("@/features/notification/notification-settings-page"))
        .NotificationSettingsPage,
    }),
  },
  {
    path: "search",
    lazy: async () => ({ Component: (await import("@/features/search/search-page")).SearchPage }),
  },
  {
    path: "account",
    lazy: async () => ({
      Component: (await import("@/features/access/account-page")).AccountPage,
    }),
  },
  {
    path: ":path",
    lazy: async () => ({ Component: (await import("@/features/reading/list-page")).ListPage }),
  },
  {
    path: ":path/:id",
    lazy: async () => ({ Component: (await import("@/features/reading/record-page")).RecordPage }),
  },
  { path: "*", Component: NotFoundPage },
];

const routes: RouteObject[] = [
  {
    path: "/login",
    lazy: async () => ({ Component: (await import("@/features/access/log-in-page")).LogInPage }),
    HydrateFallback: Blank,
    ErrorBoundary: ErrorPage,
  },
  {
    path: "/",
    Component: Shell,
    loader: frameLoader,
    shouldRevalidate: () => false,
    HydrateFallback: Blank,
    ErrorBoundary: ErrorPage,
    children: [{ ErrorBoundary: ErrorPage, children: pages }],
  },
];

/** The router asks the server at once, so it is made only when the language is known. */
export function createRouter() {
  const router = createBrowserRouter(routes);
  onSessionLost(() => {
    const { pathname, search } = window.location;
    if (pathname !== paths.logIn) {
      // What is still on the page must not ask again while it goes.
      router
        .navigate(`${paths.logIn}?${new URLSearchParams({ next: pathname + search })}`)
        .then(() => queryClient.clear());
    }
  });
  return router;
}
