import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { ConvictionEntry } from '../../../domain/agencyMessage.ts';
import type { Judged } from '../../../domain/conviction/standing.ts';
import { useLabel } from '../../words/index.ts';
import { formatDate } from '../format.ts';
import { OffenceWords } from '../OffenceWords.tsx';
import './acts.css';

/** A judgment as an agency told it, or as the officer judged it. */
type Entry = z.infer<typeof ConvictionEntry> & Partial<Judged>;

/** Judgments as read, one line of heads and one of consequence each; nothing when there are none. */
export function EntryList({ entries, start = 1 }: { entries: readonly Entry[]; start?: number }) {
  const { t } = useTranslation();
  const label = useLabel();
  if (entries.length === 0) return null;
  return (
    <ol className="entry-list" start={start}>
      {entries.map((entry) => (
        <li key={`${entry.judgmentNumber} ${entry.judgmentDate}`}>
          <OffenceWords entry={entry} />
          {entry.judgmentNumber}, {formatDate(entry.judgmentDate)}, {entry.court}
          <br />
          {entry.penalty}. {entry.executionStatus}.
          <Parts details={entry.details} />
          {entry.expungedOn && (
            <strong> {t('expungedOn', { date: formatDate(entry.expungedOn) })}</strong>
          )}
          {entry.standing !== undefined && entry.standing !== 'EXPUNGED' && (
            <strong> {label('standing', entry.standing)}.</strong>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Additional penalties, civil duties and fees, where the details tell of them. */
function Parts({ details }: { details: Entry['details'] }) {
  if (details === undefined) return null;
  const parts = [...details.additional, details.civil, details.courtFees];
  const texts = parts.flatMap((part) => part?.text ?? []);
  return texts.length === 0 ? null : <> {texts.join('; ')}.</>;
}
