import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import * as z from 'zod';
import { Desk, DESK_ORDERS, DeskFilter } from '../../domain/desk.ts';
import { get } from '../api.ts';

type DeskPage = z.infer<typeof Desk>;

/** Filter and order of the desk as its address carries them. */
const DeskView = DeskFilter.extend({ order: z.enum(DESK_ORDERS).default('usual') });
export type DeskView = z.infer<typeof DeskView>;

/** The view that the address names; anything else counts as not filtered. */
export function useDeskView(): [DeskView, (view: DeskView) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = Object.fromEntries(search);
  const view = DeskView.safeParse(asked).data ?? DeskView.parse({});
  const set = (next: DeskView): void => {
    const given = Object.entries(next).filter(([, value]) => value !== undefined && value !== '');
    setSearch(Object.fromEntries(given) as Record<string, string>, { replace: true });
  };
  return [view, set];
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
