import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatInstantDate, parseTypedDate } from '../pieces/format.ts';
import { Field } from './Field.tsx';
import { ObjectionForm } from './ObjectionForm.tsx';
import { type ObjectionProps, Objections } from './Objections.tsx';

/** Contests of the legal date by the applicant, and the form for one. */
export function ContestDate({ tracking, question, onSent }: ObjectionProps) {
  const { t } = useTranslation('remedies');
  const contests = tracking.disputes.filter(({ kind }) => kind === 'DATE');
  const open = contests.some(({ status }) => status === 'OPEN');
  if (tracking.legalDueAt === null) return null;
  return (
    <section aria-labelledby="contest-title">
      <h2 id="contest-title">{t('contest.title')}</h2>
      <Objections
        disputes={contests}
        wordOf={({ raisedAt, day }) =>
          t('contest.raised', { date: formatInstantDate(raisedAt) }) +
          (day === null ? '' : ` (${formatDate(day)})`)
        }
      />
      {!open && (
        <details>
          <summary>{t('contest.open')}</summary>
          <ContestForm question={question} onSent={onSent} />
        </details>
      )}
    </section>
  );
}

function ContestForm({ question, onSent }: Omit<ObjectionProps, 'tracking'>) {
  const { t } = useTranslation('remedies');
  const { t: word } = useTranslation('citizen');
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const check = (): string | null | undefined => {
    const day = typed.trim() === '' ? null : parseTypedDate(typed, 'day');
    const wrong = typed.trim() !== '' && day === null;
    setProblem(wrong ? word('errors.birthDateShape') : null);
    return wrong ? undefined : day;
  };
  return (
    <ObjectionForm kind="DATE" question={question} onSent={onSent} checkDay={check}>
      <Field
        name="contest-day"
        label={t('contest.day')}
        hint={t('contest.dayHint')}
        problem={problem}
        value={typed}
        onChange={setTyped}
        width="11ch"
        inputMode="numeric"
      />
    </ObjectionForm>
  );
}
