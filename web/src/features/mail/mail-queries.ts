import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { get, request } from "@/shared/http";

export type MailServer = {
  host: string;
  port: number;
  security: "none" | "startTls" | "tls";
  userName?: string | null;
  sender: string;
  address: string;
};

export type OutgoingMail = {
  id: string;
  to: string;
  subject: string;
  state: "waiting" | "sent" | "failed";
  attempts: number;
  error?: string | null;
  createdAt: string;
  nextAttemptAt?: string | null;
  sentAt?: string | null;
};

export const serverOptions = queryOptions({
  queryKey: ["mail", "server"],
  queryFn: ({ signal }) =>
    get<{ server?: MailServer | null; hasPassword: boolean }>(
      "/api/mail/server",
      undefined,
      signal,
    ),
});

export const outboxOptions = queryOptions({
  queryKey: ["mail", "outbox"],
  queryFn: ({ signal }) => get<{ items: OutgoingMail[] }>("/api/mail/outbox", undefined, signal),
  refetchInterval: 15_000,
});

export function useKeepServer() {
  const client = useQueryClient();
  return useMutation({
    meta: { showsProblem: true },
    mutationFn: (body: { server: MailServer; password: string | null }) =>
      request<void>("PUT", "/api/mail/server", { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["mail"] }),
  });
}

export function useTryServer() {
  return useMutation({
    mutationFn: (to: string) => request<void>("POST", "/api/mail/server/trial", { body: { to } }),
  });
}

export function useRetryMail() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>("PUT", `/api/mail/outbox/${id}/retry`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["mail", "outbox"] }),
  });
}
