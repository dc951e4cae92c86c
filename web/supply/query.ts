import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import { RecordCreated } from '../../domain/record.ts';
import {
  Supplies,
  type SupplyBody,
  SupplyEntry,
  type SupplySettlement,
  Suppliers,
} from '../../domain/supply/supply.ts';
import { get, type Query, send } from '../api.ts';
import { useSteadyKey } from '../steadyKey.ts';

export function useSupplies(query: Query) {
  return useQuery({
    queryKey: ['supply', 'list', query],
    queryFn: () => get('/supplies', Supplies, query),
    placeholderData: keepPreviousData,
  });
}

export function useSupply(id: string) {
  return useQuery({
    queryKey: ['supply', 'entry', id],
    queryFn: () => get(`/supplies/${id}`, SupplyEntry),
  });
}

export function useSuppliers(query: Query) {
  return useQuery({
    queryKey: ['supply', 'suppliers', query],
    queryFn: () => get('/suppliers', Suppliers, query),
    placeholderData: keepPreviousData,
  });
}

/** Enter something into the book; the same content sent again by hand is not entered twice. */
export function useReceive() {
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  return useMutation({
    mutationFn: (body: z.infer<typeof SupplyBody>) =>
      send('POST', '/supplies', body, SupplyEntry, { idempotencyKey: keyOf(body) }),
    onSettled: () => client.invalidateQueries({ queryKey: ['supply'] }),
  });
}

export function useSettlement(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settlement: SupplySettlement) =>
      send('POST', `/supplies/${id}/settlement`, settlement, SupplyEntry),
    onSettled: () => client.invalidateQueries({ queryKey: ['supply'] }),
  });
}

export function useMakeRecord(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (despite: boolean) =>
      send('POST', `/supplies/${id}/record`, { despite }, RecordCreated),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['supply'] });
      await client.invalidateQueries({ queryKey: ['worklist'] });
    },
  });
}
