import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  SupplyBatch,
  SupplyBatches,
  SupplyBatchPage,
  SupplyRows,
} from '../../../domain/supply/batch.ts';
import { get, type Query, send, sendFile } from '../../api.ts';
import { firstBytes } from '../../pieces/upload/fileUnfit.ts';

const PROGRESS_MS = 1_000;

export function useBatches(page: number) {
  return useQuery({
    queryKey: ['supply', 'batches', page],
    queryFn: () => get('/supply-batches', SupplyBatches, { page }),
    placeholderData: keepPreviousData,
  });
}

/** One batch; asked again and again while it runs. */
export function useBatch(id: string) {
  return useQuery({
    queryKey: ['supply', 'batch', id],
    queryFn: () => get(`/supply-batches/${id}`, SupplyBatchPage),
    refetchInterval: ({ state: { data } }) =>
      data?.batch.state === 'RUNNING' ? PROGRESS_MS : false,
  });
}

export function useBatchRows(id: string, query: Query, stateOfBatch: string) {
  return useQuery({
    queryKey: ['supply', 'rows', id, query, stateOfBatch],
    queryFn: () => get(`/supply-batches/${id}/rows`, SupplyRows, query),
    placeholderData: keepPreviousData,
  });
}

export function useUploadFile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ file, encoding }: { file: File; encoding: string | null }) => {
      await firstBytes(file);
      // Browsers name the type of a list by the programs of the machine.
      const asCsv = new File([file], file.name, { type: 'text/csv' });
      return sendFile('/supply-batches', { name: file.name, encoding }, asCsv, SupplyBatchPage);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['supply'] }),
  });
}

export type BatchStep = 'confirmation' | 'discard' | 'stop' | 'resume' | 'records';

/** The next step of a batch. */
export function useBatchStep(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ step, body }: { step: BatchStep; body?: object }) =>
      send('POST', `/supply-batches/${id}/${step}`, body, SupplyBatch),
    onSettled: () => client.invalidateQueries({ queryKey: ['supply'] }),
  });
}
