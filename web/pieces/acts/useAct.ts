import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ActName, ActReply } from '../../../domain/acts.ts';
import { ApiProblem, send } from '../../api.ts';
import { useSteadyKey } from '../../steadyKey.ts';
import { useLabel } from '../../words/index.ts';

export interface ActPayload {
  act: ActName;
  codes: Record<string, unknown>;
  paper?: unknown;
}

interface OnCase {
  caseId: string;
  /** Revision the person looked at; an act on an older one is refused. */
  rev: number;
}

/**
 * Do an act on a case. The same payload sent again by hand carries the same key, so an act whose
 * reply was lost is not done twice. When it succeeds, every list and page that shows the case asks again.
 */
export function useAct({ caseId, rev }: OnCase, onDone: () => void) {
  const { t } = useTranslation();
  const label = useLabel();
  const { message } = App.useApp();
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  const askAgain = () =>
    Promise.all(
      [['case', caseId], ['worklist'], ['board']].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
  return useMutation({
    mutationFn(payload: ActPayload) {
      const request = { ...payload, expectedRev: rev };
      const idempotencyKey = keyOf(request);
      return send('POST', `/cases/${caseId}/acts`, request, ActReply, { idempotencyKey });
    },
    async onSuccess({ step }, { act }) {
      message.success(t('actDone', { act: label('act', act), step: label('step', step) }));
      onDone();
      await askAgain();
    },
    async onError(error) {
      const stale = error instanceof ApiProblem && error.code === 'STALE_REVISION';
      if (stale) {
        message.warning(t('problemStale'));
        onDone();
      }
      // Also when no reply came: the act may have been done, and the page must show the truth.
      await askAgain();
    },
  });
}
