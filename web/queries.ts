import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api.ts';
import { endedOf } from './session.tsx';

/** A session that is over is known as ended, whether something was read or saved. */
function onError(error: Error): void {
  const isSignedOut = error instanceof ApiProblem && error.code === 'SIGN_IN_REQUIRED';
  if (isSignedOut) queryClient.setQueryData(['session'], endedOf);
}

/**
 * The one cache of what the API answered. Keys: `['session']`, `['facts']`, `['worklist', …]`,
 * `['case', id, …]`, `['evaluation', id, …]`, `['desk', …]`, `['packets', …]`, `['board', …]`,
 * `['law', …]`, `['catalogue', …]`.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    // The request itself is repeated in api.ts; a refusal does not get better by asking again. A browser that takes
    // itself to be offline asks all the same: the office's own network may be there, and a pause would say nothing.
    queries: { retry: false, staleTime: 5_000, networkMode: 'always', refetchOnReconnect: true },
    mutations: { networkMode: 'always' },
  },
});
