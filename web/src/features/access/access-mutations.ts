import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
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

export function useSignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (everywhere: boolean) =>
      request<void>("DELETE", everywhere ? "/api/session/all" : "/api/session"),
    onSuccess: async () => {
      await navigate(paths.logIn);
      client.clear();
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
