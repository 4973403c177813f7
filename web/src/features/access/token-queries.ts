import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { get, request } from "@/shared/http";

export type Token = {
  id: string;
  name: string;
  scopes: string[];
  createdAt: string;
  expiresAt?: string | null;
};

export type NewToken = { name: string; scopes: string[]; expiresAt?: string | null };

export function tokensOptions() {
  return queryOptions({
    queryKey: ["tokens"],
    queryFn: ({ signal }) => get<{ items: Token[] }>("/api/tokens", undefined, signal),
  });
}

export function useCreateToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewToken) => request<{ secret: string }>("POST", "/api/tokens", { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["tokens"] }),
  });
}

export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>("DELETE", `/api/tokens/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["tokens"] }),
  });
}
