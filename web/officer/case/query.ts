import { useQuery } from '@tanstack/react-query';
import { CaseDetail, CaseTime } from '../../../domain/case.ts';
import { CaseHoldings } from '../../../domain/holding.ts';
import { get } from '../../api.ts';

/** A case as its page shows it. Its log and its time are asked for when their tab is opened. */
export function useCase(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId],
    queryFn: () => get(`/cases/${caseId}`, CaseDetail),
    refetchInterval: 60_000,
  });
}

export function useCaseTime(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'time'],
    queryFn: () => get(`/cases/${caseId}/time`, CaseTime),
  });
}

export function useCaseHoldings(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'holdings'],
    queryFn: () => get(`/cases/${caseId}/holdings`, CaseHoldings),
  });
}
