import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api.ts';

/**
 * The one cache of what the API answered. Keys: `['session']`, `['facts']`, `['worklist', …]`,
 * `['case', id, …]`, `['evaluation', id, …]`, `['desk', …]`, `['packets', …]`, `['board', …]`,
 * `['law', …]`, `['catalogue', …]`.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError(error) {
      const signedOut = error instanceof ApiProblem && error.code === 'SIGN_IN_REQUIRED';
      if (signedOut) queryClient.setQueryData(['session'], null);
    },
  }),
  // The request itself is repeated in api.ts; a refusal does not get better by asking again.
  defaultOptions: { queries: { retry: false, staleTime: 5_000 } },
});
