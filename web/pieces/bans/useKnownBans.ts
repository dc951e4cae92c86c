import { useQuery } from '@tanstack/react-query';
import { allows } from '../../../domain/permission.ts';
import { KnownBans } from '../../../domain/record/ban.ts';
import { get } from '../../api.ts';
import { useRoles } from '../../session.tsx';

/** Each asking is a reading of records, noted by name: not asked again by itself for so long. */
const FRESH_MS = 10 * 60_000;

/**
 * Bans known of an applicant, for who may look records up. `anew` asks again although the answer is fresh;
 * `isAsked` tells that it was, or that there is nothing to ask.
 */
export function useKnownBans(caseId: string, anew = false) {
  const roles = useRoles();
  const mayRead = allows({ roles }, 'identity.read');
  const query = useQuery({
    queryKey: ['known-bans', caseId],
    queryFn: () => get(`/cases/${caseId}/known-bans`, KnownBans),
    enabled: mayRead,
    staleTime: FRESH_MS,
    refetchOnMount: anew ? 'always' : true,
    refetchOnWindowFocus: false,
  });
  const { data, error, refetch } = query;
  return { data, error, refetch, isAsked: !mayRead || query.isFetchedAfterMount };
}
