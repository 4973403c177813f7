import type { FilterNode } from "./filter";

export const paths = {
  home: "/",
  logIn: "/login",
  account: "/account",
  insight: "/insight",
  valueSettings: "/insight/settings",
  tasks: "/tasks",
  calendar: "/calendar",
  workingHours: "/working-hours",
  jobs: "/jobs",
  mail: "/mail",
  notificationSettings: "/notifications/settings",
  imports: "/imports",
  bulkRun: (id: string) => `/bulk-runs/${id}`,
  trash: "/trash",
  duplicates: "/duplicates",
  customization: "/customization",
  customizedObject: (name: string) => `/customization/${name}`,
  layout: (name: string) => `/customization/${name}/layout`,
  search: (q: string) => `/search?${new URLSearchParams({ q })}`,
  newImport: (object?: string) =>
    object === undefined ? "/imports/new" : `/imports/new?${new URLSearchParams({ object })}`,
  oneImport: (id: string) => `/imports/${id}`,
  trashOf: (path: string) => `/trash?${new URLSearchParams({ object: path })}`,
  list: (path: string, filter?: FilterNode) =>
    filter === undefined
      ? `/${path}`
      : `/${path}?${new URLSearchParams({ filter: JSON.stringify(filter) })}`,
  view: (path: string, id: string) => `/${path}?${new URLSearchParams({ view: id })}`,
  record: (path: string, id: string) => `/${path}/${id}`,
};
