import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import {
  Arrivals,
  DeadLetters,
  ResendPreview,
  ResendResult,
  Traffic,
  type UnitKeyForm,
  UnitStanding,
  type Withdrawal,
  WithdrawalPreview,
} from '../../../domain/integration.ts';
import { get, send } from '../../api.ts';

/** Lines to all units; asked again now and then, because they fail and mend by themselves. */
export function useTraffic() {
  return useQuery({
    queryKey: ['integrations', 'traffic'],
    queryFn: () => get('/integrations', Traffic),
    refetchInterval: 15_000,
  });
}

export interface DeadFilter {
  unit: string | undefined;
  code: string | undefined;
  q: string | undefined;
  after: string | undefined;
}

export function useDeadLetters(filter: DeadFilter) {
  return useQuery({
    queryKey: ['integrations', 'dead', filter],
    queryFn: () => get('/integrations/dead-letters', DeadLetters, { ...filter }),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}

export interface ArrivalFilter {
  unit: string | undefined;
  refused: boolean | undefined;
  before: string | undefined;
}

export function useArrivals(filter: ArrivalFilter) {
  return useQuery({
    queryKey: ['integrations', 'arrivals', filter],
    queryFn: () => get('/integrations/arrivals', Arrivals, { ...filter }),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
}

/** Both phases of sending again. */
export function useResend() {
  const client = useQueryClient();
  const preview = useMutation({
    mutationFn: (messageIds: readonly string[]) =>
      send('POST', '/integrations/resends/previews', { messageIds }, ResendPreview),
  });
  const order = useMutation({
    mutationFn: (token: string) =>
      send('POST', `/integrations/resends/${token}`, undefined, ResendResult),
    onSettled: () => client.invalidateQueries({ queryKey: ['integrations'] }),
  });
  return { preview, order };
}

/** A unit's keys and numbering. */
export function useStanding(unit: string) {
  return useQuery({
    queryKey: ['integrations', 'standing', unit],
    queryFn: () => get(`/integrations/units/${unit}`, UnitStanding),
  });
}

/** What withdrawing a key withdraws. */
export function useWithdrawal(unit: string, kid: string) {
  return useQuery({
    queryKey: ['integrations', 'withdrawal', unit, kid],
    queryFn: () => get(`/integrations/units/${unit}/keys/${kid}/withdrawal`, WithdrawalPreview),
    gcTime: 0,
  });
}

/** What an administrator does to a unit's keys. */
export function useKeyChanges(unit: string) {
  const client = useQueryClient();
  const path = `/integrations/units/${unit}/keys`;
  const onSuccess = (standing: z.infer<typeof UnitStanding>): void => {
    client.setQueryData(['integrations', 'standing', unit], standing);
  };
  const register = useMutation({
    mutationFn: (form: z.infer<typeof UnitKeyForm>) => send('POST', path, form, UnitStanding),
    onSuccess,
  });
  const withdraw = useMutation({
    mutationFn: ({ kid, ...form }: z.infer<typeof Withdrawal> & { kid: string }) =>
      send('POST', `${path}/${kid}/withdrawal`, form, UnitStanding),
    onSuccess,
    onError: () => client.invalidateQueries({ queryKey: ['integrations', 'withdrawal', unit] }),
  });
  return { register, withdraw };
}
