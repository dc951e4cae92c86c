import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import { type FoundBody, FoundLines, FoundPage } from '../../domain/record/found.ts';
import { get, type Query, send } from '../api.ts';
import { useSteadyKey } from '../steadyKey.ts';

export function useFound(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'found'],
    queryFn: () => get(`/cases/${caseId}/found-judgments`, FoundPage),
  });
}

export function useOpenFound(query: Query) {
  return useQuery({
    queryKey: ['records', 'found', query],
    queryFn: () => get('/found-judgments', FoundLines, query),
    placeholderData: keepPreviousData,
  });
}

/** Decide what becomes of a judgment; the same decision sent again is made once. */
export function useDecideFound(caseId: string, onDone: () => void) {
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  return useMutation({
    mutationFn: (body: z.input<typeof FoundBody>) =>
      send('POST', `/cases/${caseId}/found-judgments`, body, FoundPage, {
        idempotencyKey: keyOf(body),
      }),
    onSuccess: onDone,
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['case', caseId] });
      await client.invalidateQueries({ queryKey: ['records'] });
      await client.invalidateQueries({ queryKey: ['worklist'] });
    },
  });
}
