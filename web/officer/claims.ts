import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CaseLine, Worklist } from '../../domain/case.ts';
import { ApiProblem, get, send } from '../api.ts';

/** Put a case on one's own desk. Refused when somebody else has it. */
export function claimCase(caseId: string): Promise<CaseLine> {
  return send('PUT', `/cases/${caseId}/claim`, undefined, CaseLine);
}

/** Give a case back to its queue. */
export function releaseCase(caseId: string): Promise<CaseLine> {
  return send('DELETE', `/cases/${caseId}/claim`, undefined, CaseLine);
}

/** Put a case on a colleague's desk (heads of division, supervisors). */
export function assignCase(caseId: string, to: string): Promise<CaseLine> {
  return send('PUT', `/cases/${caseId}/assignment`, { to }, CaseLine);
}

/** Run a change of who holds a case and ask again for everything that shows it. */
export function useHolding<Argument>(change: (argument: Argument) => Promise<CaseLine>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['worklist'] }),
        client.invalidateQueries({ queryKey: ['case'] }),
      ]),
  });
}

/**
 * The case to do next: the most urgent of one's own, otherwise the most urgent unclaimed one, which
 * is claimed; when a colleague was faster, the one after it. Null when there is nothing to do.
 */
export async function takeNextWork(): Promise<string | null> {
  const mine = await get('/worklist', Worklist, { queue: 'mine', limit: 1 });
  const own = mine.cases[0];
  if (own !== undefined) return own.caseId;
  const unclaimed = await get('/worklist', Worklist, { queue: 'unclaimed', limit: 10 });
  for (const { caseId } of unclaimed.cases) {
    try {
      await claimCase(caseId);
      return caseId;
    } catch (error) {
      const taken = error instanceof ApiProblem && [403, 409].includes(error.status);
      if (!taken) throw error;
    }
  }
  return null;
}
