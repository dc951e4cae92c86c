import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FindingPage, Findings } from '../../domain/quality/finding.ts';
import { QualityFigures } from '../../domain/quality/share.ts';
import { get, type Query, send } from '../api.ts';

export function useFindings(query: Query) {
  return useQuery({
    queryKey: ['findings', 'list', query],
    queryFn: () => get('/findings', Findings, query),
    placeholderData: keepPreviousData,
  });
}

/** A finding by its id; nothing is asked for null. */
export function useFinding(id: string | null) {
  return useQuery({
    queryKey: ['findings', 'one', id],
    queryFn: () => get(`/findings/${id}`, FindingPage),
    enabled: id !== null,
  });
}

export function useSettle(id: number, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: object) => send('POST', `/findings/${id}/settlement`, body, FindingPage),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: ['findings'] }),
  });
}

export function useFigures(query: Query) {
  return useQuery({
    queryKey: ['findings', 'figures', query],
    queryFn: () => get('/quality', QualityFigures, query),
    placeholderData: keepPreviousData,
  });
}
