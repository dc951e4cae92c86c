import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../domain/case.ts';
import { EntryList } from '../../pieces/acts/EntryList.tsx';
import { formatInstant } from '../../pieces/format.ts';
import { ScanLink } from '../../pieces/ScanLink.tsx';
import { useLabel } from '../../words/index.ts';

/** An answer as it was given: what, by whom, when, and what was written with it. */
export function AnswerShown({ answer }: { answer: NonNullable<CaseDetail['answers']>[number] }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const { by, answeredAt, inForce, outcome, needed, reason, entries, scans } = answer;
  return (
    <div className={inForce ? 'answer' : 'answer replaced'}>
      <span className="muted">
        {label('outcome', outcome)} · {by} · {formatInstant(answeredAt)}
        {!inForce && ` · ${t('answerReplaced')}`}
      </span>
      {needed !== null && <p>{needed}</p>}
      {reason !== null && <p>{reason}</p>}
      <EntryList entries={entries} />
      {scans.map((scan) => (
        <div key={scan.id}>
          <ScanLink scan={scan} />
        </div>
      ))}
    </div>
  );
}
