import { useQuery } from '@tanstack/react-query';
import { CaseEvents } from '../../domain/case.ts';
import { get } from '../api.ts';

/** The log of a case. */
export function useCaseEvents(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'events'],
    queryFn: () => get(`/cases/${caseId}/events`, CaseEvents),
  });
}
