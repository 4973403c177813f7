import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { get } from "@/shared/http";
import type { Reference } from "@/shared/records";

export type Permission =
  | "admin.users"
  | "admin.settings"
  | "admin.jobs"
  | "value.read"
  | "value.run"
  | "import"
  | "recycle";

export type Session = {
  user: {
    id: string;
    userName: string;
    displayName: string;
    language?: string | null;
    theme?: string | null;
    density?: string | null;
    unit?: Reference | null;
  };
  permissions: string[];
};

export function sessionOptions() {
  return queryOptions({
    queryKey: ["session"],
    queryFn: ({ signal }) => get<Session>("/api/session", undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useSession(): Session {
  return useSuspenseQuery(sessionOptions()).data;
}

export function can(session: Session, permission: Permission): boolean {
  return session.permissions.includes(permission) || session.permissions.includes("*");
}
