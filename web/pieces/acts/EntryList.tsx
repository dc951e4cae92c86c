import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { ConvictionEntry } from '../../../domain/agencyMessage.ts';
import { formatDate } from '../format.ts';
import './acts.css';

/** A judgment as an agency told it, or as the officer judged it. */
type Entry = z.infer<typeof ConvictionEntry> & { expungedOn?: string | null };

/** Judgments as read, one line of heads and one of consequence each; nothing when there are none. */
export function EntryList({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  return (
    <ol className="entry-list">
      {entries.map((entry) => (
        <li key={`${entry.judgmentNumber} ${entry.judgmentDate}`}>
          <strong>{entry.offence}</strong> ({entry.provision})<br />
          {entry.judgmentNumber}, {formatDate(entry.judgmentDate)}, {entry.court}
          <br />
          {entry.penalty}. {entry.executionStatus}.
          {entry.expungedOn && (
            <strong> {t('expungedOn', { date: formatDate(entry.expungedOn) })}</strong>
          )}
        </li>
      ))}
    </ol>
  );
}
