import { useInfiniteQuery } from '@tanstack/react-query';
import { DeadlineIncidents, INCIDENT_STATES } from '../../../domain/deadlineIncident.ts';
import { get } from '../../api.ts';

/** Filters of the list as its address carries them. */
export interface Filter {
  state: (typeof INCIDENT_STATES)[number];
  unit: string | undefined;
  q: string | undefined;
  order: 'newest' | 'oldest';
}

export function filterOf(search: URLSearchParams): Filter {
  return {
    state: INCIDENT_STATES.find((one) => one === search.get('trang-thai')) ?? 'open',
    unit: search.get('don-vi') ?? undefined,
    q: search.get('q') ?? undefined,
    order: search.get('thu-tu') === 'oldest' ? 'oldest' : 'newest',
  };
}

export function searchOf({ state, unit, q, order }: Filter): Record<string, string> {
  return {
    ...(state !== 'open' && { 'trang-thai': state }),
    ...(unit && { 'don-vi': unit }),
    ...(q && { q }),
    ...(order === 'oldest' && { 'thu-tu': order }),
  };
}

/** Pages of the list; the next one continues behind the last row. */
export function useIncidents(filter: Filter) {
  return useInfiniteQuery({
    queryKey: ['incidents', filter],
    queryFn: ({ pageParam }) =>
      get('/deadline-incidents', DeadlineIncidents, { ...filter, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
}
