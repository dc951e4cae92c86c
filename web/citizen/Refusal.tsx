import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { Tracking, TrackingQuestion } from '../../domain/desk.ts';
import { fetchPaper } from '../api.ts';
import { formatInstantDate } from '../pieces/format.ts';
import { Failure, useFailureText } from './Failure.tsx';

interface RefusalProps {
  refusal: Tracking['refusal'];
  /** What the applicant showed: the paper is given for the same. */
  question: z.infer<typeof TrackingQuestion>;
}

/** Why the application was refused, in plain words and the officer's, and the written refusal to keep. */
export function Refusal({ refusal, question }: RefusalProps) {
  const { t } = useTranslation(['remedies', 'citizen']);
  const [failed, setFailed] = useState<Error | null>(null);
  const failure = useFailureText(failed, 'errors.TRACKING_NOT_FOUND', 'errors.TOO_MANY_REQUESTS');
  if (refusal === null) return null;
  const { ground, reason, at } = refusal;
  const fetchRefusal = (): void => {
    setFailed(null);
    fetchPaper('/public/refusal.pdf', question).catch(setFailed);
  };
  return (
    <section aria-labelledby="refusal-title">
      <h2 id="refusal-title">{t('refusal.title')}</h2>
      <p>
        <strong>{t(`refusal.${ground}`)}</strong>
      </p>
      {reason !== null && <p className="citizen-said">{reason}</p>}
      {failure !== null && <Failure title={t('citizen:errors.summary')} text={failure} />}
      <button type="button" onClick={fetchRefusal}>
        {t('refusal.paper', { date: formatInstantDate(at) })}
      </button>
    </section>
  );
}
