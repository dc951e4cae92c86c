import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import { Desk, type DeskQuery } from '../../domain/desk.ts';
import { get } from '../api.ts';

type DeskPage = z.infer<typeof Desk>;
export type DeskFilter = Pick<z.infer<typeof DeskQuery>, 'state' | 'q'>;

/** The requests of the reader's unit, by due date, page after page; `drop` takes one off at once. */
export function useDesk(filter: DeskFilter) {
  const client = useQueryClient();
  const queryKey = ['desk', filter];
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => get('/desk', Desk, { ...filter, after: pageParam }),
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
