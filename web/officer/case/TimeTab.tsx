import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../domain/case.ts';
import type { DeadlineExplanation } from '../../../domain/deadline.ts';
import { formatInstant } from '../../pieces/format.ts';
import { Loading } from '../../pieces/Loading.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useLabel } from '../../words/index.ts';
import { ClockBlock } from './ClockBlock.tsx';
import { CaseContests } from './ContestClock.tsx';
import { HeldBar } from './HeldBar.tsx';
import { useCaseTime } from './query.ts';

/** The deadline passport: each clock, the legal ones first, day by day; what was promised; who held the time. */
export function TimeTab({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('officer');
  const { caseId } = detail.line;
  const { data, error, isPending, refetch } = useCaseTime(caseId);
  if (isPending) return <Loading />;
  if (data === undefined) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  const legalFirst = data.clocks.toSorted((a, b) => rankOf(a) - rankOf(b));
  return (
    <>
      {data.clocks.length === 0 && <p className="muted">{t('noDueDate')}</p>}
      {legalFirst.map((explanation) => (
        <ClockBlock
          key={`${explanation.clock.name} ${explanation.clock.startedAt}`}
          caseId={caseId}
          explanation={explanation}
        />
      ))}
      <Promises promises={detail.promises} />
      <CaseContests caseId={caseId} />
      <HeldBar caseId={caseId} />
    </>
  );
}

function rankOf({ clock }: DeadlineExplanation): number {
  if (clock.effect !== 'legal') return 2;
  return clock.name === 'expunged' ? 1 : 0;
}

function Promises({ promises }: Pick<CaseDetail, 'promises'>) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  if (promises.length === 0) return null;
  return (
    <section aria-label={t('promises')}>
      <h3>{t('promises')}</h3>
      <ol className="plain-list">
        {promises.map(({ at, dueAt, why }) => (
          <li key={`${at} ${why}`}>
            {formatInstant(at)}, {label('promise', why)}:{' '}
            <strong>{t('promisedOn', { due: formatInstant(dueAt) })}</strong>
          </li>
        ))}
      </ol>
    </section>
  );
}
