import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { Tracking, TrackingQuestion } from '../../domain/desk.ts';
import { TrackedDispute } from '../../domain/dispute.ts';
import { ApiProblem, send } from '../api.ts';
import { formatDate, formatInstantDate, parseTypedDate } from '../pieces/format.ts';
import { Failure, useFailureText } from './Failure.tsx';
import { Field } from './Field.tsx';

interface ContestDateProps {
  tracking: Tracking;
  question: z.infer<typeof TrackingQuestion>;
  onContested: () => void;
}

/** Contests of the legal date by the applicant, and the form for one. */
export function ContestDate({ tracking, question, onContested }: ContestDateProps) {
  const { t } = useTranslation('citizen');
  const { disputes, legalDueAt } = tracking;
  const open = disputes.some(({ status }) => status === 'OPEN');
  if (legalDueAt === null) return null;
  return (
    <section aria-labelledby="contest-title">
      <h2 id="contest-title">{t('contest.title')}</h2>
      {disputes.length > 0 && (
        <ul className="citizen-actions">
          {disputes.map(({ raisedAt, day, status, rulingReason }) => (
            <li key={raisedAt}>
              {t('contest.raised', { date: formatInstantDate(raisedAt) })}
              {day !== null && ` (${formatDate(day)})`}: <strong>{t(`contest.${status}`)}</strong>
              {rulingReason !== null && <p className="citizen-said">{rulingReason}</p>}
            </li>
          ))}
        </ul>
      )}
      {!open && (
        <details>
          <summary>{t('contest.open')}</summary>
          <ContestForm question={question} onContested={onContested} />
        </details>
      )}
    </section>
  );
}

type Problems = Partial<Record<'day' | 'reason', string>>;

function ContestForm({ question, onContested }: Omit<ContestDateProps, 'tracking'>) {
  const { t } = useTranslation('citizen');
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const { mutate, isPending, error } = useMutation({
    mutationFn: (said: { day: string | null; reason: string }) =>
      send('POST', '/public/disputes', { ...question, ...said }, TrackedDispute),
    onSuccess: onContested,
  });
  const failure = useContestFailure(error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const date = day.trim() === '' ? null : parseTypedDate(day, 'day');
    const found: Problems = {};
    if (day.trim() !== '' && date === null) found.day = t('errors.birthDateShape');
    if (reason.trim() === '') found.reason = t('contest.reasonMissing');
    setProblems(found);
    if (Object.keys(found).length === 0 && !isPending) mutate({ day: date, reason });
  };
  return (
    <form noValidate onSubmit={submit}>
      {failure !== null && <Failure title={t('errors.summary')} text={failure} />}
      <Field
        name="contest-day"
        label={t('contest.day')}
        hint={t('contest.dayHint')}
        problem={problems.day ?? null}
        value={day}
        onChange={setDay}
        width="11ch"
        inputMode="numeric"
      />
      <div className={problems.reason ? 'citizen-field citizen-field-wrong' : 'citizen-field'}>
        <label htmlFor="contest-reason">{t('contest.reason')}</label>
        {problems.reason !== undefined && (
          <p id="contest-reason-problem" className="citizen-problem">
            <span aria-hidden>▲ </span>
            {problems.reason}
          </p>
        )}
        <textarea
          id="contest-reason"
          rows={4}
          maxLength={1000}
          value={reason}
          aria-invalid={problems.reason !== undefined}
          aria-describedby={problems.reason === undefined ? undefined : 'contest-reason-problem'}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      <button type="submit" aria-busy={isPending}>
        {t('contest.send')}
      </button>
    </form>
  );
}

/** What failed: words about the field or the open contest, otherwise as on the tracking form. */
function useContestFailure(error: Error | null): string | null {
  const general = useFailureText(error, 'errors.TRACKING_NOT_FOUND', 'errors.TOO_MANY_REQUESTS');
  if (!(error instanceof ApiProblem)) return general;
  const remediable = ['DISPUTE_OPEN', 'INVALID_INPUT', 'CLOCK_UNKNOWN'].includes(error.code);
  if (!remediable) return general;
  const [field] = error.fields;
  return field?.message ?? error.detail;
}
