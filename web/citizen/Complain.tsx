import { useTranslation } from 'react-i18next';
import { formatInstantDate } from '../pieces/format.ts';
import { ObjectionForm } from './ObjectionForm.tsx';
import { type ObjectionProps, Objections } from './Objections.tsx';

/** Complaints that the legal date has passed, with their answers, and the form for one while it may be sent. */
export function Complain({ tracking, question, onSent }: ObjectionProps) {
  const { t } = useTranslation('remedies');
  const { mayComplain, legalDueAt } = tracking;
  const complaints = tracking.disputes.filter(({ kind }) => kind === 'LATE');
  if (complaints.length === 0 && !mayComplain) return null;
  return (
    <section aria-labelledby="complain-title">
      <h2 id="complain-title">{t('complain.title')}</h2>
      <Objections
        disputes={complaints}
        wordOf={({ raisedAt, missedAt }) =>
          t('complain.raised', {
            date: formatInstantDate(raisedAt),
            missed: missedAt === null ? '–' : formatInstantDate(missedAt),
          })
        }
      />
      {mayComplain && legalDueAt !== null && (
        <>
          <p>{t('complain.lead', { date: formatInstantDate(legalDueAt) })}</p>
          <ObjectionForm kind="LATE" question={question} onSent={onSent} />
        </>
      )}
    </section>
  );
}
