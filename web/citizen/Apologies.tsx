import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { Tracking, TrackingQuestion } from '../../domain/desk.ts';
import { fetchPaper } from '../api.ts';
import { formatInstantDate } from '../pieces/format.ts';
import { Failure, useFailureText } from './Failure.tsx';

interface ApologiesProps {
  apologies: Tracking['apologies'];
  /** What the applicant showed: the letter is given for the same. */
  question: z.infer<typeof TrackingQuestion>;
}

/** The apology of the office with the new date, and the signed letter to keep. */
export function Apologies({ apologies, question }: ApologiesProps) {
  const { t } = useTranslation('citizen');
  const [failed, setFailed] = useState<Error | null>(null);
  const failure = useFailureText(failed, 'errors.TRACKING_NOT_FOUND', 'errors.TOO_MANY_REQUESTS');
  const last = apologies.at(-1);
  if (last === undefined) return null;
  const fetchLetter = (letterId: string): void => {
    setFailed(null);
    fetchPaper(`/public/letters/${letterId}/paper.pdf`, question).catch(setFailed);
  };
  return (
    <section aria-labelledby="apology-title">
      <h2 id="apology-title">{t('apology.title')}</h2>
      <p>
        <strong>{t('apology.promise', { date: formatInstantDate(last.promisedDueAt) })}</strong>
      </p>
      <p className="citizen-hint">{t('apology.legal')}</p>
      {failure !== null && <Failure title={t('errors.summary')} text={failure} />}
      <ul className="citizen-actions">
        {apologies.map(({ letterId, number, signedAt }) => (
          <li key={letterId}>
            <button type="button" onClick={() => fetchLetter(letterId)}>
              {t('apology.letter', { number, date: formatInstantDate(signedAt) })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
