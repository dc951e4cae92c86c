import { useTranslation } from 'react-i18next';
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
      {warnings.length > 0 && (
        <section className="warnings" aria-labelledby="warnings">
          <h2 id="warnings">{t('warnings')}</h2>
          <RungList rungs={warnings} shownAtFirst={SHOWN_AT_FIRST} />
        </section>
      )}
    </>
  );
}
