import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigation, useSearchParams } from 'react-router';
import * as z from 'zod';
import { Desk, DESK_ORDERS, DeskFilter, type DeskRequest } from '../../domain/desk.ts';
import { ApiProblem, get } from '../api.ts';

type DeskPage = z.infer<typeof Desk>;

/** Filter and order of the desk as its address carries them. */
const DeskView = DeskFilter.extend({ order: z.enum(DESK_ORDERS).default('usual') });
export type DeskView = z.infer<typeof DeskView>;

/** Where the address has the request that is open. */
const OPENED = 'request';

/** The view that the address names; anything else counts as not filtered. What is open stays open in another view. */
export function useDeskView(): [DeskView, (view: DeskView) => void] {
  const [search, setSearch] = useSearchParams();
  const { [OPENED]: opened, ...asked } = Object.fromEntries(search);
  const view = DeskView.safeParse(asked).data ?? DeskView.parse({});
  const set = (next: DeskView): void => {
    const wanted = Object.entries({ ...next, [OPENED]: opened });
    const given = wanted.filter(([, value]) => value !== undefined && value !== '');
    setSearch(Object.fromEntries(given) as Record<string, string>, { replace: true });
  };
  return [view, set];
}

/**
 * The request that is open, or null: the one that the address names, else the one the desk rests on until the page is
 * left. Opening one is a step that the browser can go back. Moving on is none; the desk does so by itself when a
 * reply comes, so it leaves an address alone that names no request, and whoever is on the way to another page:
 * a new address would undo that step while the other page's code is fetched.
 */
export function useOpened() {
  const [search, setSearch] = useSearchParams();
  const [restingId, rest] = useState<string | null>(null);
  const leaves = useNavigation().state !== 'idle';
  const leaving = useRef(leaves);
  useEffect(() => {
    leaving.current = leaves;
  }, [leaves]);
  const open = (requestId: string | null, { replace }: { replace: boolean }): void => {
    if (leaving.current) return;
    if (replace) rest(requestId);
    if (replace && !search.has(OPENED)) return;
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (requestId === null) next.delete(OPENED);
        else next.set(OPENED, requestId);
        return next;
      },
      { replace },
    );
  };
  return { openedId: search.get(OPENED) ?? restingId, open, rest };
}

/**
 * A request of the unit that the list at hand does not have, as a list shown before had it until it comes; null
 * while it is looked for, and when there is none.
 */
export function useRequestBeside(requestId: string | null) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['desk', 'request', requestId],
    queryFn: () => get('/desk', Desk, { state: 'all', request: requestId }),
    enabled: requestId !== null,
    placeholderData: () => shownBefore(client, requestId),
  });
  const request: DeskRequest | null = query.data?.requests[0] ?? null;
  // An id that is not understood is that of no request.
  const malformed = query.error instanceof ApiProblem && query.error.status === 400;
  return {
    request,
    missing: malformed || (query.isSuccess && request === null),
    error: malformed ? null : query.error,
  };
}

function shownBefore(client: QueryClient, requestId: string | null): DeskPage | undefined {
  const lists = client.getQueriesData<InfiniteData<DeskPage> | DeskPage>({ queryKey: ['desk'] });
  for (const [, list] of lists) {
    for (const page of list !== undefined && 'pages' in list ? list.pages : []) {
      const shown = page.requests.filter(
        ({ verification }) => verification.requestId === requestId,
      );
      if (shown.length > 0) return { ...page, requests: shown };
    }
  }
  return undefined;
}

/** The requests of the reader's unit, page after page; `drop` takes one off at once. */
export function useDesk(view: DeskView) {
  const client = useQueryClient();
  const queryKey = ['desk', view];
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => get('/desk', Desk, { ...view, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: DeskPage) => next,
    placeholderData: (before) => before,
  });
  const drop = (requestId: string): void => {
    client.setQueryData<InfiniteData<DeskPage>>(
      queryKey,
      (data) => data && without(data, requestId),
    );
  };
  return { query, requests: query.data?.pages.flatMap((page) => page.requests) ?? [], drop };
}

function without(data: InfiniteData<DeskPage>, requestId: string): InfiniteData<DeskPage> {
  const pages = data.pages.map((page) => ({
    ...page,
    requests: page.requests.filter(({ verification }) => verification.requestId !== requestId),
  }));
  return { ...data, pages };
}
