import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  CaseDisputes,
  CheckedRulings,
  DISPUTE_KINDS,
  DISPUTE_STATUSES,
  type DisputeKind,
  DisputeLine,
  Disputes,
  type DisputeToRaise,
  type RulingToGive,
} from '../../../domain/dispute.ts';
import { get, send } from '../../api.ts';

/** Filters of the list as its address carries them. */
export interface Filter {
  status: (typeof DISPUTE_STATUSES)[number] | undefined;
  raisedAs: 'STAFF' | 'APPLICANT' | undefined;
  kind: DisputeKind | undefined;
  q: string | undefined;
  order: 'oldest' | 'newest';
  page: number;
}

export const RAISED_AS = ['STAFF', 'APPLICANT'] as const;

export function filterOf(search: URLSearchParams): Filter {
  const status = search.get('trang-thai');
  return {
    status:
      status === 'ALL' ? undefined : (DISPUTE_STATUSES.find((one) => one === status) ?? 'OPEN'),
    raisedAs: RAISED_AS.find((one) => one === search.get('nguoi-neu')),
    kind: DISPUTE_KINDS.find((one) => one === search.get('noi-dung')),
    q: search.get('q') ?? undefined,
    order: search.get('thu-tu') === 'newest' ? 'newest' : 'oldest',
    page: Number(search.get('trang') ?? 1) || 1,
  };
}

export function searchOf({
  status,
  raisedAs,
  kind,
  q,
  order,
  page,
}: Filter): Record<string, string> {
  return {
    'trang-thai': status ?? 'ALL',
    ...(raisedAs && { 'nguoi-neu': raisedAs }),
    ...(kind && { 'noi-dung': kind }),
    ...(q && { q }),
    ...(order === 'newest' && { 'thu-tu': order }),
    ...(page > 1 && { trang: String(page) }),
  };
}

export function useDisputes(filter: Filter) {
  return useQuery({
    queryKey: ['disputes', filter],
    queryFn: () => get('/disputes', Disputes, { ...filter }),
    placeholderData: keepPreviousData,
  });
}

/** Every ruling beside what the engine makes of it. */
export function useRulings() {
  return useQuery({
    queryKey: ['disputes', 'rulings'],
    queryFn: () => get('/deadline-rulings', CheckedRulings),
  });
}

export function useDisputesOf(caseId: string) {
  return useQuery({
    queryKey: ['disputes', 'case', caseId],
    queryFn: () => get(`/cases/${caseId}/disputes`, CaseDisputes),
  });
}

/** Contest a clock of a case. */
export function useContest(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (contest: DisputeToRaise) =>
      send('POST', `/cases/${caseId}/disputes`, contest, DisputeLine),
    onSuccess: () => client.invalidateQueries({ queryKey: ['disputes'] }),
  });
}

/** Rule on a dispute. */
export function useRuling(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ruling: RulingToGive) =>
      send('POST', `/disputes/${id}/ruling`, ruling, DisputeLine),
    onSuccess: () => client.invalidateQueries({ queryKey: ['disputes'] }),
  });
}
