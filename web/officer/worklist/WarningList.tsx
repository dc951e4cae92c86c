import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Warnings } from '../../../domain/warning.ts';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { RungList } from '../../pieces/RungList.tsx';
import { useWarnings } from './query.ts';

const SHOWN_AT_FIRST = 3;

/** Deadlines the reader is told of, cases on the own desk first; nothing when there are none. */
export function WarningList() {
  const { t } = useTranslation('officer');
  const { data, error, refetch } = useWarnings();
  const warnings = data?.warnings ?? [];
  return (
    <>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <IdentityWarnings identity={data?.identity ?? []} />
      {warnings.length > 0 && (
        <section className="warnings" aria-labelledby="warnings">
          <h2 id="warnings">{t('warnings')}</h2>
          <RungList rungs={warnings} shownAtFirst={SHOWN_AT_FIRST} />
        </section>
      )}
    </>
  );
}

/** Drafts of “no conviction on record” over matches that nobody decided on. */
function IdentityWarnings({ identity }: Pick<Warnings, 'identity'>) {
  const { t } = useTranslation('identity');
  if (identity.length === 0) return null;
  return (
    <section className="warnings" aria-labelledby="identity-warnings">
      <h2 id="identity-warnings">{t('warnings')}</h2>
      <ul className="rungs">
        {identity.map(({ caseId, undecided, mine }) => (
          <li key={caseId}>
            <Link to={`/ho-so/${caseId}?tab=xac-minh`} className="case-number">
              {caseId}
            </Link>
            : {t('undecidedHere', { count: undecided })}
            {mine && ` (${t('rungMine')})`}
          </li>
        ))}
      </ul>
    </section>
  );
}
