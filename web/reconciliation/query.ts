import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import {
  Differences,
  Reconciliation,
  type ReconciliationBody,
  Reconciliations,
} from '../../domain/exchange/reconciliation.ts';
import { SUPPLIER_LIST_FILES } from '../../domain/uploads.ts';
import { get, type Query, send, sendFile } from '../api.ts';
import { firstBytes, mustFit } from '../pieces/upload/fileUnfit.ts';
import { useSteadyKey } from '../steadyKey.ts';

const RUNS = '/exchange/reconciliations';
const Done = z.strictObject({});

/** Runs; stale with the lists of cases, as they are cases. */
export function useRuns(query: Query) {
  return useQuery({
    queryKey: ['worklist', 'reconciliations', query],
    queryFn: () => get(RUNS, Reconciliations, query),
    placeholderData: keepPreviousData,
  });
}

/** One run; stale with its case. */
export function useRun(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'reconciliation'],
    queryFn: () => get(`${RUNS}/${caseId}`, Reconciliation),
  });
}

export function useDifferences(caseId: string, query: Query) {
  return useQuery({
    queryKey: ['case', caseId, 'differences', query],
    queryFn: () => get(`${RUNS}/${caseId}/differences`, Differences, query),
    placeholderData: keepPreviousData,
  });
}

/** Begin a run; the same one sent again by hand is one run. */
export function useBegin() {
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  return useMutation({
    mutationFn: (body: z.input<typeof ReconciliationBody>) =>
      send('POST', RUNS, body, Reconciliation, { idempotencyKey: keyOf(body) }),
    onSettled: () => client.invalidateQueries({ queryKey: ['worklist'] }),
  });
}

export type DifferenceStep = 'questions' | 'settlements' | 'comparison';

/** What is done with a run's differences. */
export function useDifferenceStep(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ step, body }: { step: DifferenceStep; body?: object }) =>
      send('POST', `${RUNS}/${caseId}/${step}`, body, Done),
    onSettled: () => stale(client, caseId),
  });
}

/** Send what a supplier says it sent. */
export function useList(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) => {
      mustFit(SUPPLIER_LIST_FILES, file);
      await firstBytes(file);
      // Browsers name the type of a list by the programs of the machine.
      const asCsv = new File([file], file.name, { type: 'text/csv' });
      return sendFile(`${RUNS}/${caseId}/list`, { name: file.name }, asCsv, Done);
    },
    onSettled: () => stale(client, caseId),
  });
}

async function stale(client: ReturnType<typeof useQueryClient>, caseId: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['worklist'] }),
    client.invalidateQueries({ queryKey: ['case', caseId] }),
  ]);
}
