import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type * as z from 'zod';
import { get, type Query } from '../api.ts';
import type { BoardFilter } from './boardFilter.ts';

/** Numbers move with business time, not only with changes. */
const LIVE_REFRESH_MS = 10_000;
const PAST_REFRESH_MS = 60_000;

type Scope = Pick<BoardFilter, 'unit' | 'kind'>;

/** A section that follows every change as it is committed. */
export function useLive<T>(
  section: string,
  schema: z.ZodType<T>,
  { unit, kind }: Scope,
): UseQueryResult<T> {
  return useQuery({
    queryKey: ['board', section, unit, kind],
    queryFn: () => get(`/board/${section}`, schema, { unit, kind }),
    refetchInterval: LIVE_REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}

/** A section of days that are over or nearly so: asked again each minute. */
export function usePast<T>(
  section: string,
  schema: z.ZodType<T>,
  { unit, kind }: Scope,
  rest: Query = {},
): UseQueryResult<T> {
  return useQuery({
    queryKey: ['boardPast', section, unit, kind, rest],
    queryFn: () => get(`/board/${section}`, schema, { unit, kind, ...rest }),
    refetchInterval: PAST_REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}
