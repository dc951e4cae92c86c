import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CaseDetail } from '../../../domain/case.ts';
import { CaseEvaluation } from '../../../domain/conviction/caseEvaluation.ts';
import type { ConvictionDetails } from '../../../domain/conviction/entry.ts';
import { get, send } from '../../api.ts';

/** Another answer in force is another evaluation. */
function keyOf({ answers, line }: CaseDetail): readonly string[] {
  const inForce = (answers ?? []).filter((answer) => answer.inForce);
  const told = inForce.map(({ requestId, answeredAt }) => `${requestId} ${answeredAt}`).join();
  return ['evaluation', line.caseId, told];
}

/** Whether there is anything to evaluate: an answer in force that this reader may see. */
export function hasAnswers({ answers }: CaseDetail): boolean {
  return (answers ?? []).some(({ inForce }) => inForce);
}

/**
 * What the rules make of the judgments of a case. What an officer has completed is kept here, in this
 * browser, until it is drafted.
 */
export function useEvaluation(detail: CaseDetail) {
  return useQuery({
    queryKey: keyOf(detail),
    queryFn: () => get(`/cases/${detail.line.caseId}/evaluation`, CaseEvaluation),
    enabled: hasAnswers(detail),
    staleTime: Infinity,
    gcTime: Infinity,
  });
}

/** Complete the details of a judgment: it is evaluated anew with the others. */
export function useCompletion(detail: CaseDetail, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ index, details }: { index: number; details: ConvictionDetails }) => {
      const entries = client.getQueryData<CaseEvaluation>(keyOf(detail))?.entries ?? [];
      const completed = entries.map((entry, at) => (at === index ? { ...entry, details } : entry));
      const path = `/cases/${detail.line.caseId}/evaluation`;
      return send('POST', path, { entries: completed }, CaseEvaluation);
    },
    onSuccess: (evaluated) => {
      client.setQueryData(keyOf(detail), evaluated);
      onDone();
    },
  });
}
