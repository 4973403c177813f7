import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, request } from "@/shared/http";

function followedOptions(object: string) {
  return queryOptions({
    queryKey: ["follows", object],
    queryFn: ({ signal }) => get<{ items: string[] }>("/api/follows", { object }, signal),
    staleTime: 60_000,
  });
}

/** Whether this person has a star on a record; all stars of a kind are asked for at once. */
export function useFollows(object: string, id: string): boolean {
  const select = ({ items }: { items: string[] }) => items.includes(id);
  return useQuery({ ...followedOptions(object), select }).data ?? false;
}

type Star = { id: string; follows: boolean };

export function useFollow(object: string) {
  const client = useQueryClient();
  const { queryKey } = followedOptions(object);
  return useMutation({
    mutationFn: ({ id, follows }: Star) =>
      request<void>(follows ? "PUT" : "DELETE", `/api/follows/${object}/${id}`),
    onSuccess: (_, { id, follows }) =>
      client.setQueryData(queryKey, (known) => {
        const others = (known?.items ?? []).filter((other) => other !== id);
        return { items: follows ? [...others, id] : others };
      }),
  });
}
