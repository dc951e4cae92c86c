import { useTranslation } from 'react-i18next';
import type { RecordPage } from '../../domain/record/book.ts';
import { formatInstant } from '../pieces/format.ts';
import { Differences } from './Differences.tsx';

/** Every version of a record, the newest first: what changed, who made and who approved it, its digest. */
export function Versions({ page: { versions } }: { page: RecordPage }) {
  const { t } = useTranslation('recordBook');
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t('versions')}</h2>
      {versions.toReversed().map(({ version, cause, madeBy, approvedBy, at, reason, ...one }) => (
        <div key={version} className="record-book-proposal">
          <strong>
            {t('version', { version })} · {t(`cause.${cause}`)}
          </strong>
          <div className="muted">
            {formatInstant(at)} · {madeBy}
            {approvedBy !== null && ` · ${t('approvedBy', { name: approvedBy })}`}
          </div>
          {reason !== null && <div className="record-book-said">{reason}</div>}
          <Differences differences={one.differences} />
          <div className="muted record-book-said">
            {t('digest', { digest: one.digest.slice(0, 16) })}
          </div>
        </div>
      ))}
    </section>
  );
}
