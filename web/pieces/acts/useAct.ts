import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ActName, ActReply } from '../../../domain/acts.ts';
import type { CaseDetail } from '../../../domain/case.ts';
import { ApiProblem, send } from '../../api.ts';
import { useSteadyKey } from '../../steadyKey.ts';
import { useLabel } from '../../words/index.ts';

export interface ActPayload {
  act: ActName;
  codes: Record<string, unknown>;
  paper?: unknown;
}

/** A form that was opened on a revision which somebody else has changed since. */
export interface Stale {
  /** The revision the person has looked at. */
  since: number;
  /** What changed has been looked at: what is sent from now on stands on the revision shown. */
  accept: () => void;
}

/**
 * Do an act on a case, on the revision at which the calling dialog was opened: what others changed
 * meanwhile is refused and told (`stale`), never overwritten. The same payload sent again by hand
 * carries the same key, so an act whose reply was lost is not done twice. When it succeeds, every list
 * and page that shows the case asks again.
 */
export function useAct({ line: { caseId, rev } }: CaseDetail, onDone: () => void) {
  const { t } = useTranslation();
  const label = useLabel();
  const { message } = App.useApp();
  const client = useQueryClient();
  const keyOf = useSteadyKey();
  const [seen, setSeen] = useState(rev);
  const [since, setSince] = useState<number | null>(null);
  const askAgain = () =>
    Promise.all(
      [['case', caseId], ['worklist'], ['board']].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn(payload: ActPayload) {
      const request = { ...payload, expectedRev: seen };
      const idempotencyKey = keyOf(request);
      return send('POST', `/cases/${caseId}/acts`, request, ActReply, { idempotencyKey });
    },
    async onSuccess({ step }, { act }) {
      // The page shows what was done before its next dialog can be opened, which stands on the revision shown.
      await askAgain();
      onDone();
      // Said once the dialog is gone: on a slow line the words would else be over before anybody looks there.
      message.success(t('actDone', { act: label('act', act), step: label('step', step) }));
    },
    async onError(refusal) {
      const isStale = refusal instanceof ApiProblem && refusal.code === 'STALE_REVISION';
      setSince(isStale ? seen : null);
      // Also when no reply came: the act may have been done, and the page must show the truth.
      await askAgain();
    },
  });
  const accept = (): void => {
    setSeen(rev);
    setSince(null);
    reset();
  };
  const stale: Stale | null = since === null ? null : { since, accept };
  return { mutate, isPending, error: stale === null ? error : null, stale };
}
