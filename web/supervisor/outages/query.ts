import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Outage } from '../../../domain/holding.ts';
import { OutagePreview } from '../../../domain/outage.ts';
import { get, send } from '../../api.ts';

const Outages = z.object({ outages: z.array(Outage) });
export type OutageLine = z.infer<typeof Outage>;

/** What an administrator fills in. */
export interface Values {
  from: string;
  to: string;
  what: OutageLine['what'];
  reason: string;
}

export function useOutages() {
  return useQuery({ queryKey: ['outages'], queryFn: () => get('/outages', Outages) });
}

/** What noting it would shift; nothing is written. */
export function useOutagePreview() {
  return useMutation({
    mutationFn: ({ from, to }: Values) => get('/outages/preview', OutagePreview, { from, to }),
  });
}

/** Note an outage as it was previewed. */
export function useNoteOutage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (note: Values & { token: string }) => send('POST', '/outages', note, Outage),
    onSuccess: () => client.invalidateQueries({ queryKey: ['outages'] }),
  });
}
