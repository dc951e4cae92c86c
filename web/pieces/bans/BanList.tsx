import { useTranslation } from 'react-i18next';
import type { KnownBan } from '../../../domain/record/ban.ts';
import type { BanContent } from '../../../domain/record/file.ts';
import { formatDate } from '../format.ts';
import '../acts/acts.css';

type Shown = BanContent & Partial<Pick<KnownBan, 'recordNumbers'>>;

/** Bans as read: what is banned and for how long, by which decision, and the records it stands in. */
export function BanList({ bans }: { bans: readonly Shown[] }) {
  const { t } = useTranslation('bans');
  return (
    <ol className="entry-list">
      {bans.map(({ decision, date, court, content, until, recordNumbers }) => (
        <li key={`${decision} ${date} ${court} ${content} ${until}`}>
          {content},{' '}
          <strong>{t('term', { from: formatDate(date), until: formatDate(until) })}</strong>
          <br />
          {t('decided', { decision, date: formatDate(date) })}, {court}
          {recordNumbers !== undefined && (
            <span className="muted"> · {t('records', { numbers: recordNumbers.join(', ') })}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
