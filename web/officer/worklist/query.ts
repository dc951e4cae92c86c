import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { QueueCounts, Worklist } from '../../../domain/case.ts';
import { Warnings } from '../../../domain/warning.ts';
import { get } from '../../api.ts';
import { useRoles } from '../../session.tsx';
import { filterFrom, type ListFilter } from './filter.ts';

/** The filter of the address, and the way to change it. */
export function useListFilter(): [ListFilter, (filter: ListFilter) => void] {
  const [search, setSearch] = useSearchParams();
  const roles = useRoles();
  const fallback = roles.includes('DIVISION_HEAD')
    ? 'check'
    : roles.includes('DIRECTOR')
      ? 'sign'
      : roles.includes('SUPERVISOR')
        ? 'late'
        : 'unclaimed';
  const filter = filterFrom((key) => search.get(key), fallback);
  return [filter, (next) => setSearch({ ...next })];
}

/** Pages of the list, most urgent first; the next page continues behind the last row (keyset). */
export function useWorklist(filter: ListFilter) {
  return useInfiniteQuery({
    queryKey: ['worklist', 'lines', filter],
    queryFn: ({ pageParam }) => get('/worklist', Worklist, { ...filter, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
}

/** How many cases stand in each queue, for this reader. */
export function useQueueCounts() {
  return useQuery({
    queryKey: ['worklist', 'counts'],
    queryFn: () => get('/worklist/counts', QueueCounts),
  });
}

/** Rungs that tell this reader of cases of the unit; a case that changes asks anew. */
export function useWarnings() {
  return useQuery({
    queryKey: ['worklist', 'warnings'],
    queryFn: () => get('/warnings', Warnings),
  });
}
