import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DisputeKind, TrackedDispute } from '../../domain/dispute.ts';
import { ApiProblem, send } from '../api.ts';
import { Failure, useFailureText } from './Failure.tsx';
import type { ObjectionProps } from './Objections.tsx';

interface ObjectionFormProps extends Omit<ObjectionProps, 'tracking'> {
  kind: DisputeKind;
  /** The day objected to, null for none, undefined when what was typed is no day; says so itself. */
  checkDay?: () => string | null | undefined;
  /** Fields above the words. */
  children?: ReactNode;
}

/** What an applicant objects to, in own words, sent for the code and birth date that were shown. */
export function ObjectionForm(props: ObjectionFormProps) {
  const { kind, question, onSent, checkDay = () => null, children } = props;
  const { t } = useTranslation(['remedies', 'citizen']);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (said: { day: string | null; reason: string }) =>
      send('POST', '/public/disputes', { ...question, kind, ...said }, TrackedDispute),
    onSuccess: onSent,
  });
  const failure = useObjectionFailure(error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const day = checkDay();
    const missing = reason.trim() === '';
    setProblem(missing ? t('reasonMissing') : null);
    if (day !== undefined && !missing && !isPending) mutate({ day, reason });
  };
  return (
    <form noValidate onSubmit={submit}>
      {failure !== null && <Failure title={t('citizen:errors.summary')} text={failure} />}
      {children}
      <Words name={kind} problem={problem} value={reason} onChange={setReason} />
      <button type="submit" aria-busy={isPending}>
        {t('send')}
      </button>
    </form>
  );
}

interface WordsProps {
  name: string;
  problem: string | null;
  value: string;
  onChange: (value: string) => void;
}

function Words({ name, problem, value, onChange }: WordsProps) {
  const { t } = useTranslation('remedies');
  const id = `objection-${name}`;
  const wrong = problem !== null;
  return (
    <div className={wrong ? 'citizen-field citizen-field-wrong' : 'citizen-field'}>
      <label htmlFor={id}>{t('reason')}</label>
      {wrong && (
        <p id={`${id}-problem`} className="citizen-problem">
          <span aria-hidden>▲ </span>
          {problem}
        </p>
      )}
      <textarea
        id={id}
        rows={4}
        maxLength={1000}
        value={value}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-problem` : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

const REMEDIABLE = [
  'DISPUTE_OPEN',
  'COMPLAINED_ALREADY',
  'COMPLAINT_NOT_OPEN',
  'INVALID_INPUT',
  'CLOCK_UNKNOWN',
];

/** What failed: words about the field or an earlier objection, otherwise as on the tracking form. */
function useObjectionFailure(error: Error | null): string | null {
  const general = useFailureText(error, 'errors.TRACKING_NOT_FOUND', 'errors.TOO_MANY_REQUESTS');
  if (!(error instanceof ApiProblem) || !REMEDIABLE.includes(error.code)) return general;
  const [field] = error.fields;
  return field?.message ?? error.detail;
}
