import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import * as z from 'zod';
import { Reading, Readers } from '../../domain/reading.ts';
import { get, type Query } from '../api.ts';

/** Which readings of a list are wanted; days are `YYYY-MM-DD`. */
export interface Filter {
  from: string | null;
  to: string | null;
  /** By one reader only. */
  reader: { id: string; name: string } | null;
}
export const EVERYTHING: Filter = { from: null, to: null, reader: null };

/** A line of either list: the numbers of what was read stand in that of an account only. */
const Line = Reading.extend({ subjects: z.array(z.string()).optional() });
export type Line = z.infer<typeof Line>;
const Page = z.strictObject({ readings: z.array(Line), next: z.string().nullable() });

/** The question of a filter, as the API takes it. */
export function questionOf({ from, to, reader }: Filter): Query {
  return { from, to, reader: reader?.id };
}

/** Readings of what lies under a path, page after page. Asking is noted, so it is done only when somebody wants it. */
export function useReadings(path: string, filter: Filter) {
  return useInfiniteQuery({
    queryKey: ['readings', path, filter],
    queryFn: ({ pageParam }) =>
      get(`${path}/readings`, Page, { ...questionOf(filter), after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}

/** Accounts whose name has a text in it, or whose id it is. */
export function useReaders(q: string) {
  return useQuery({
    queryKey: ['readers', q],
    queryFn: () => get('/accounts', Readers, { q }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
