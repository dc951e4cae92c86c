import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FoundOrigin } from '../../domain/record/found.ts';
import { formatInstant } from '../pieces/format.ts';

/** From which applications a record and its judgments came to be known; nothing for a record of a paper. */
export function Origins({ found }: { found: readonly FoundOrigin[] }) {
  const { t } = useTranslation('found');
  if (found.length === 0) return null;
  return (
    <ul aria-label={t('origins')}>
      {found.map(({ caseId, outcome, unitName, decidedBy, decidedAt }) => (
        <li key={`${caseId} ${decidedAt}`}>
          {t(`origin.${outcome}`)}{' '}
          <Link className="case-number" to={`/ho-so/${caseId}?tab=xac-minh`}>
            {caseId}
          </Link>
          , {t('answerOf', { unit: unitName })}{' '}
          <span className="muted">
            {decidedBy}, {formatInstant(decidedAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}
