import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { CaseLine } from '../../domain/case.ts';
import { ActBar } from '../pieces/acts/ActBar.tsx';
import { DraftSources } from '../pieces/acts/DraftSources.tsx';
import { EmptyState } from '../pieces/EmptyState.tsx';
import { Loading } from '../pieces/Loading.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { LineTimeLeft } from '../pieces/LineTimeLeft.tsx';
import { useKeys } from '../pieces/useKeys.ts';
import { useRoles } from '../session.tsx';
import { BulkBar } from './bulk/BulkBar.tsx';
import './case/case.css';
import { DraftPaper } from './case/DraftPaper.tsx';
import { HoldingBar } from './case/HoldingBar.tsx';
import { useCase } from './case/query.ts';
import { Concluded } from './case/ResultTab.tsx';
import './officer.css';
import { useWorklist } from './worklist/query.ts';

/** `/ky`: drafts waiting for my initial or signature, each beside its sources; many at once when they are clean. */
export default function CheckAndSignPage() {
  const { t } = useTranslation('officer');
  const signs = useRoles().includes('DIRECTOR');
  const list = useWorklist({ queue: signs ? 'sign' : 'check', kind: 'APPLICATION' });
  const [search, setSearch] = useSearchParams();
  const [ticked, setTicked] = useState<string[]>([]);
  const cases = list.data?.pages.flatMap((page) => page.cases) ?? [];
  const index = Math.max(
    0,
    cases.findIndex(({ caseId }) => caseId === search.get('ho-so')),
  );
  const current = cases[index];
  const move = (by: number): void => {
    const next = cases[Math.min(Math.max(index + by, 0), cases.length - 1)];
    if (next !== undefined) setSearch({ 'ho-so': next.caseId }, { replace: true });
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  if (list.isPending) return <Loading />;
  const stillTicked = ticked.filter((id) => cases.some(({ caseId }) => caseId === id));
  return (
    <>
      <h1>{t(signs ? 'toSign' : 'toCheck', { count: cases.length })}</h1>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      <BulkBar caseIds={stillTicked} onClear={() => setTicked([])} only={['check', 'sign']} />
      {current === undefined ? (
        <EmptyState text={t('nothingToSign')} hint={t('nothingToSignHint')} />
      ) : (
        <div className="signing">
          <PaperList
            cases={cases}
            current={current.caseId}
            ticked={stillTicked}
            onTick={setTicked}
          />
          <Paper key={current.caseId} caseId={current.caseId} />
          <nav className="signing-moves" aria-label={t('moves')}>
            <Button disabled={index === 0} onClick={() => move(-1)}>
              {t('previous')} <kbd>k</kbd>
            </Button>
            <span>
              {index + 1}/{cases.length}
            </span>
            <Button disabled={index === cases.length - 1} onClick={() => move(1)}>
              {t('next')} <kbd>j</kbd>
            </Button>
          </nav>
        </div>
      )}
    </>
  );
}

interface PaperListProps {
  cases: readonly CaseLine[];
  current: string;
  ticked: string[];
  onTick: (ids: string[]) => void;
}

function PaperList({ cases, current, ticked, onTick }: PaperListProps) {
  const { t } = useTranslation('officer');
  const all = cases.map(({ caseId }) => caseId);
  const toggle = (caseId: string, on: boolean): void =>
    onTick(on ? [...ticked, caseId] : ticked.filter((id) => id !== caseId));
  return (
    <section aria-label={t('papersWaiting')} className="paper-list">
      <Checkbox
        checked={ticked.length === all.length}
        indeterminate={ticked.length > 0 && ticked.length < all.length}
        onChange={({ target }) => onTick(target.checked ? all : [])}
      >
        {t('selectAll')}
      </Checkbox>
      <ul className="plain-list">
        {cases.map((line) => (
          <li key={line.caseId} className={line.caseId === current ? 'current' : ''}>
            <Checkbox
              aria-label={line.caseId}
              checked={ticked.includes(line.caseId)}
              onChange={({ target }) => toggle(line.caseId, target.checked)}
            />
            <Link
              to={`/ky?ho-so=${line.caseId}`}
              replace
              aria-current={line.caseId === current || undefined}
            >
              <span className="case-number">{line.caseId}</span>
              <span>{line.subjectName}</span>
              <LineTimeLeft line={line} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Paper({ caseId }: { caseId: string }) {
  const { t } = useTranslation('officer');
  const { data: detail, error, isPending, refetch } = useCase(caseId);
  if (isPending) return <Loading />;
  if (detail === undefined) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  return (
    <article aria-labelledby="paper-title" className="signing-paper">
      <h2 id="paper-title">
        <Link to={`/ho-so/${caseId}`} className="case-number">
          {caseId}
        </Link>{' '}
        · {detail.line.subjectName}
      </h2>
      <HoldingBar line={detail.line} />
      <ActBar detail={detail} />
      <div className="beside">
        <div>
          <Concluded detail={detail} />
          <DraftSources detail={detail} />
          {detail.answers === null && <p className="muted">{t('answerMasked')}</p>}
        </div>
        <DraftPaper caseId={caseId} rev={detail.line.rev} />
      </div>
    </article>
  );
}
