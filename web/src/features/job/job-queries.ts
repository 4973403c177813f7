import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { get, request } from "@/shared/http";
import type { Page } from "@/shared/records";

export type JobState = "queued" | "running" | "done" | "failed" | "cancelled";

export type Job = {
  id: string;
  kind: string;
  title: string;
  state: JobState;
  done: number;
  total?: number | null;
  message?: string | null;
  error?: string | null;
  createdAt: string;
  startedAt?: string | null;
  finishedAt?: string | null;
  /** What came of it, where there is more to see. */
  result?: { runId?: string } | null;
  canCancel: boolean;
  canRetry: boolean;
};

const LIVE = 2000;
const CALM = 15_000;

export function isOver(job: Pick<Job, "state">): boolean {
  return job.state !== "queued" && job.state !== "running";
}

export function jobsOptions() {
  return infiniteQueryOptions({
    queryKey: ["jobs", "list"],
    queryFn: ({ pageParam, signal }) => get<Page<Job>>("/api/jobs", { cursor: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor || undefined,
    refetchInterval: ({ state }) => {
      const isBusy = state.data?.pages[0]?.items.some((job) => !isOver(job)) ?? false;
      return isBusy ? LIVE : CALM;
    },
  });
}

function jobOptions(id: string) {
  return queryOptions({
    queryKey: ["jobs", id],
    queryFn: ({ signal }) => get<Job>(`/api/jobs/${id}`, undefined, signal),
  });
}

/** Follows one job as the server pushes its progress; asks now and then in case a push is lost. */
export function useLiveJob(id: string | undefined, onEnd?: (job: Job) => void): Job | undefined {
  const client = useQueryClient();
  const job = useQuery({
    ...jobOptions(id ?? ""),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => {
      return state.data !== undefined && isOver(state.data) ? false : CALM;
    },
  }).data;
  const ended = useEffectEvent((last: Job) => onEnd?.(last));
  useEffect(() => {
    if (id === undefined) {
      return;
    }
    const events = new EventSource(`/api/jobs/${id}/events`);
    events.addEventListener("job", (event) => {
      const next: Job = JSON.parse(event.data);
      client.setQueryData(jobOptions(id).queryKey, next);
      if (isOver(next)) {
        events.close();
        ended(next);
      }
    });
    return () => events.close();
  }, [id, client]);
  return job;
}

export function useSteerJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, verb }: { id: string; verb: "cancellation" | "retry" }) =>
      request<Job>("PUT", `/api/jobs/${id}/${verb}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["jobs"] }),
  });
}
