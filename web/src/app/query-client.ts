import { MutationCache, QueryClient } from "@tanstack/react-query";
import { announce } from "@/shared/announce";
import { isProblem } from "@/shared/problem";

/** Statuses that the place which asked answers for itself: form fields, conflicts, log-in. */
const HANDLED_IN_PLACE = new Set([401, 412]);

/** What the server said in another language is asked for again. */
export function forgetOtherLanguage(): void {
  queryClient.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] !== "session" && queryKey[0] !== "meta",
  });
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => !isProblem(error) && failures < 2,
    },
    mutations: { retry: false },
  },
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      const isHandled = isProblem(error) && HANDLED_IN_PLACE.has(error.status);
      if (!isHandled && mutation.meta?.showsProblem !== true) {
        announce(error);
      }
    },
  }),
});
