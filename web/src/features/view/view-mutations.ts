import { useMutation, useQueryClient } from "@tanstack/react-query";
import { announce } from "@/shared/announce";
import { request } from "@/shared/http";
import { formatSort, type ListState, partsOfList } from "@/shared/list-state";
import { isProblem } from "@/shared/problem";
import { type Sharing, type View, type ViewState, viewKeys } from "./view-queries";

type Named = { name: string; icon?: string | undefined; sharing: Sharing };
type NewView = Named & { object: string; state: ViewState };
type Change = { view: View; body: Partial<Named> & { state?: ViewState } };

export function stateOf(list: ListState): ViewState {
  const { filter, sort, columns, ...shape } = partsOfList(list);
  return {
    filter: filter ?? null,
    sort: formatSort(sort).split(",").filter(Boolean),
    columns: columns ?? [],
    shape: {
      ...shape,
      by: shape.by ?? null,
      quick: shape.quick ?? null,
      mode: shape.mode ?? null,
      day: shape.day ?? null,
    },
  };
}

export function useCreateView() {
  const refresh = useRefresh();
  return useMutation({
    meta: { showsProblem: true },
    mutationFn: (body: NewView) => request<View>("POST", "/api/views", { body }),
    onSuccess: refresh,
  });
}

export function useChangeView() {
  const refresh = useRefresh();
  return useMutation({
    meta: { showsProblem: true },
    mutationFn: ({ view, body }: Change) =>
      request<View>("PATCH", `/api/views/${view.id}`, { body, version: view.version }),
    onSuccess: refresh,
    onError: (error) => tellChange(error, refresh),
  });
}

export function useDeleteView() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (view: View) =>
      request<void>("DELETE", `/api/views/${view.id}`, { version: view.version }),
    onSuccess: refresh,
    onError: (error) => tellChange(error, refresh),
  });
}

export function usePinView() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (view: View) =>
      request<void>(view.pinned ? "DELETE" : "PUT", `/api/views/${view.id}/pin`),
    onSuccess: refresh,
  });
}

export function useOpenFirst() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (view: View) =>
      request<void>(view.opensFirst ? "DELETE" : "PUT", `/api/views/${view.id}/default`),
    onSuccess: refresh,
  });
}

export function useSetStandards(view: View) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: { everybody: boolean; roles: string[] }) =>
      request<void>("PUT", `/api/views/${view.id}/standards`, { body }),
    onSuccess: refresh,
  });
}

/** Waited for, so that an address with a new view finds it. */
function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: viewKeys.all });
}

/** Somebody else was faster: say so, and show theirs. */
function tellChange(error: unknown, refresh: () => Promise<void>) {
  if (isProblem(error, 412)) {
    announce(error);
    return refresh();
  }
  return undefined;
}
