import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Comparison } from '../../domain/record/comparison.ts';
import { Normalisation, WordGroups } from '../../domain/record/normalisation.ts';
import { NoticeLines, NoticePage } from '../../domain/record/notice.ts';
import { get, type Query, send } from '../api.ts';
import { useSteadyKey } from '../steadyKey.ts';

export function useWordGroups() {
  return useQuery({
    queryKey: ['records', 'words'],
    queryFn: () => get('/record-normalisations/words', WordGroups),
  });
}

/** Freeze what chosen words would map. */
export function usePreview() {
  const keyOf = useSteadyKey();
  return useMutation({
    mutationFn: (body: object) =>
      send('POST', '/record-normalisations', body, Normalisation, { idempotencyKey: keyOf(body) }),
  });
}

export function useConfirm() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      send('POST', `/record-normalisations/${id}/confirmation`, undefined, Normalisation),
    onSettled: () => client.invalidateQueries({ queryKey: ['records'] }),
  });
}

export function useNotices(query: Query) {
  return useQuery({
    queryKey: ['records', 'notices', query],
    queryFn: () => get('/record-notices', NoticeLines, query),
    placeholderData: keepPreviousData,
  });
}

export function useNotice(id: string) {
  return useQuery({
    queryKey: ['records', 'notice', id],
    queryFn: () => get(`/record-notices/${id}`, NoticePage),
  });
}

export function useApply(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send('POST', `/record-notices/${id}/application`, undefined, NoticePage),
    onSettled: () => client.invalidateQueries({ queryKey: ['records'] }),
  });
}

export function useComparison(query: Query) {
  return useQuery({
    queryKey: ['records', 'comparison', query],
    queryFn: () => get('/record-comparison', Comparison, query),
    placeholderData: keepPreviousData,
  });
}
