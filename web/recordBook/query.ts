import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { ProposalLines, RecordLines, RecordPage } from '../../domain/record/book.ts';
import { get, type Query, send } from '../api.ts';
import { useSteadyKey } from '../steadyKey.ts';

export function useRecords(query: Query) {
  return useQuery({
    queryKey: ['records', 'list', query],
    queryFn: () => get('/records', RecordLines, query),
    placeholderData: keepPreviousData,
  });
}

export function useRecord(number: string, old: boolean) {
  return useQuery({
    queryKey: ['records', 'record', number, old],
    queryFn: () => get(`/records/${number}`, RecordPage, old ? { old } : {}),
  });
}

/** Merges across departments, for who decides them at the Centre. */
export function useMerges(enabled: boolean) {
  return useQuery({
    queryKey: ['records', 'merges'],
    queryFn: () => get('/record-proposals/merges', ProposalLines),
    enabled,
  });
}

/** Propose a change; the same change sent again is the same proposal. */
export function usePropose(number: string, onDone: () => void) {
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  return useMutation({
    mutationFn: (body: object) =>
      send('POST', `/records/${number}/proposals`, body, RecordPage, {
        idempotencyKey: keyOf(body),
      }),
    onSuccess: onDone,
    onSettled: () => client.invalidateQueries({ queryKey: ['records'] }),
  });
}

const Decided = z.strictObject({ number: z.string() });

export function useDecide(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: object) => send('POST', `/record-proposals/${id}/decision`, body, Decided),
    onSettled: () => client.invalidateQueries({ queryKey: ['records'] }),
  });
}
