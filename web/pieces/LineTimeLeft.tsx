import { useTranslation } from 'react-i18next';
import type { CaseLine } from '../../domain/case.ts';
import { TimeLeft } from './TimeLeft.tsx';

/** Open steps in which the legal term is already kept or broken: the result is ready, the record sent. */
const TERM_DONE: readonly string[] = [
  'DELIVERING',
  'POSTED',
  'SENT',
  'RECEIVED',
  'CHECKED',
  'REVIEWED',
];

/**
 * Time left of a case's legal term, as lists show it, and of the shorter one for an expunged person
 * where it runs beside; nothing for closed cases.
 */
export function LineTimeLeft({ line }: { line: CaseLine }) {
  const { t } = useTranslation();
  if (line.closedAt !== null) return null;
  if (TERM_DONE.includes(line.step)) return <span className="muted">{t('termDone')}</span>;
  return (
    <>
      <TimeLeft
        dueAt={line.legalDueAt}
        paused={line.paused}
        atRiskAt={line.atRiskAt}
        roundTheClock={line.regime === 'URGENT'}
      />
      {line.shorterTerm !== null && (
        <div>
          <span className="muted">{t('shorterTerm')}</span>{' '}
          <TimeLeft {...line.shorterTerm} paused={line.paused} />
        </div>
      )}
    </>
  );
}
