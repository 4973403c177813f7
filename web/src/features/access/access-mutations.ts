import { useMutation, useQueryClient } from "@tanstack/react-query";
import { request } from "@/shared/http";
import { paths } from "@/shared/paths";
import { type Session, sessionOptions } from "./session";

export type Credentials = { userName: string; password: string };

export function useLogIn() {
  const client = useQueryClient();
  return useMutation({
    meta: { showsProblem: true },
    mutationFn: (credentials: Credentials) =>
      request<Session>("POST", "/api/session", { body: credentials }),
    onSuccess: (session) => {
      client.clear();
      client.setQueryData(sessionOptions().queryKey, session);
    },
  });
}

/** The page is loaded anew, so that nothing of what was seen or typed is left for who comes next. */
export function useSignOut() {
  return useMutation({
    mutationFn: (everywhere: boolean) =>
      request<void>("DELETE", everywhere ? "/api/session/all" : "/api/session"),
    onSuccess: () => {
      sessionStorage.clear();
      window.location.assign(paths.logIn);
    },
  });
}

export function useSavePreferences() {
  return useMutation({
    mutationFn: (body: { language?: string; theme?: string; density?: string }) =>
      request<void>("PUT", "/api/session/preferences", { body }),
  });
}

export function useChangePassword() {
  return useMutation({
    meta: { showsProblem: true },
    mutationFn: (body: { currentPassword: string; newPassword: string }) =>
      request<void>("PUT", "/api/session/password", { body }),
  });
}
