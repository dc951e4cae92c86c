import { useQuery } from '@tanstack/react-query';
import { decisionOn, LookUp } from '../../domain/identity/lookUp.ts';
import { allows } from '../../domain/permission.ts';
import { get } from '../api.ts';
import { useRoles } from '../session.tsx';

/** Each asking is a reading of records, noted by name: not asked again by itself for so long. */
const FRESH_MS = 10 * 60_000;

/** The own-database look-up of a case, for who may read it; nothing is asked for anybody else. */
export function useLookUp(caseId: string) {
  const roles = [...useRoles()];
  const mayRead = allows({ roles }, 'identity.read');
  const query = useQuery({
    queryKey: ['look-up', caseId],
    queryFn: () => get(`/cases/${caseId}/look-up`, LookUp),
    enabled: mayRead,
    staleTime: FRESH_MS,
    refetchOnWindowFocus: false,
  });
  return { ...query, mayRead };
}

/** How many candidates nobody decided on yet, and how many were decided to be the person. */
export function openQuestions({ candidates }: LookUp): { undecided: number; same: number } {
  const decisions = candidates.map(decisionOn);
  return {
    undecided: decisions.filter((decision) => decision === 'UNDECIDED').length,
    same: decisions.filter((decision) => decision === 'SAME_PERSON').length,
  };
}
