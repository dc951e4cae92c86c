import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  LETTER_STATUSES,
  LetterLine,
  LetterResults,
  Letters,
  type LetterStatus,
} from '../../../domain/letter.ts';
import { get, send } from '../../api.ts';

/** Filters of the list as its address carries them. */
export interface Filter {
  status: LetterStatus | undefined;
  again: boolean | undefined;
  q: string | undefined;
  order: 'oldest' | 'newest';
  page: number;
}

export function filterOf(search: URLSearchParams): Filter {
  const status = search.get('trang-thai');
  return {
    status:
      status === 'ALL' ? undefined : (LETTER_STATUSES.find((one) => one === status) ?? 'DRAFT'),
    again: search.get('giam-doc') === '1' ? true : undefined,
    q: search.get('q') ?? undefined,
    order: search.get('thu-tu') === 'newest' ? 'newest' : 'oldest',
    page: Number(search.get('trang') ?? 1) || 1,
  };
}

export function searchOf({ status, again, q, order, page }: Filter): Record<string, string> {
  return {
    'trang-thai': status ?? 'ALL',
    ...(again && { 'giam-doc': '1' }),
    ...(q && { q }),
    ...(order === 'newest' && { 'thu-tu': order }),
    ...(page > 1 && { trang: String(page) }),
  };
}

/** A page of letters with their counts; asked again now and then, because breaches draft them. */
export function useLetters(filter: Filter) {
  return useQuery({
    queryKey: ['letters', filter],
    queryFn: () => get('/letters', Letters, { ...filter }),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}

interface Signature {
  id: string;
  promisedOn: string;
}

/** What people do to letters; afterwards letters and cases are asked for again. */
export function useLetterChanges() {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all(
      ['letters', 'case', 'board'].map((key) => client.invalidateQueries({ queryKey: [key] })),
    );
  const sign = useMutation({
    mutationFn: (letters: readonly Signature[]) =>
      send('POST', '/letters/signatures', { letters }, LetterResults),
    onSettled,
  });
  const handOut = useMutation({
    mutationFn: (id: string) => send('POST', `/letters/${id}/hand-out`, {}, LetterLine),
    onSettled,
  });
  const cancel = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      send('POST', `/letters/${id}/cancellation`, { reason }, LetterLine),
    onSettled,
  });
  return { sign, handOut, cancel };
}
