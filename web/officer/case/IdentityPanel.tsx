import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../domain/case.ts';
import type { Candidate, IdentityDecision, LookUp } from '../../../domain/identity/lookUp.ts';
import { ApiProblem } from '../../api.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { Loading } from '../../pieces/Loading.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { useLookUp } from '../../pieces/useLookUp.ts';
import { IdentityCandidate } from './IdentityCandidate.tsx';
import { IdentityDecisionDialog } from './IdentityDecisionDialog.tsx';
import './identity.css';

/** Up to so many candidates show what every field says without being asked. */
const OPEN_AT_FIRST = 2;

/** Known persons who may be the applicant, what speaks for and against each, and who they are by the officer. */
export function IdentityPanel({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('identity');
  const { data, error, isPending, isFetching, refetch, mayRead } = useLookUp(detail.line.caseId);
  const notYet = error instanceof ApiProblem && error.code === 'LOOK_UP_NOT_YET';
  return (
    <section className="identity" aria-labelledby="identity-title">
      <div className="row-between">
        <h3 id="identity-title">{t('title')}</h3>
        {data?.searched === true && (
          <Button size="small" loading={isFetching} onClick={() => void refetch()}>
            {t('again')}
          </Button>
        )}
      </div>
      {!mayRead && <p className="muted">{t('masked')}</p>}
      {mayRead && isPending && <Loading rows={3} />}
      {notYet && <EmptyState text={error.message} />}
      {!notYet && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <Found caseId={detail.line.caseId} lookUp={data} />}
    </section>
  );
}

interface Deciding {
  candidate: Candidate;
  decision: IdentityDecision;
}

function Found({ caseId, lookUp }: { caseId: string; lookUp: LookUp }) {
  const { t } = useTranslation('identity');
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const { candidates, unlikely, searched, truncated, weights } = lookUp;
  return (
    <>
      <p className="muted">{t(searched ? 'lead' : 'notSearched')}</p>
      {truncated && <Alert type="warning" showIcon title={t('truncated')} />}
      {candidates.length === 0 && (
        <EmptyState
          text={t(searched ? 'none' : 'noDecisions')}
          {...(searched && { hint: t('noneHint', { count: unlikely }) })}
        />
      )}
      <ol className="identity-candidates">
        {candidates.map((candidate) => (
          <IdentityCandidate
            key={candidate.known.id}
            candidate={candidate}
            asked={lookUp.asked}
            open={candidates.length <= OPEN_AT_FIRST}
            onDecide={lookUp.mayDecide ? (decision) => setDeciding({ candidate, decision }) : null}
          />
        ))}
      </ol>
      {candidates.length > 0 && (
        <p className="muted">
          {unlikely > 0 && `${t('unlikely', { count: unlikely })} `}
          {t('weights', { version: weights.version })}
        </p>
      )}
      {deciding !== null && (
        <IdentityDecisionDialog
          caseId={caseId}
          {...deciding}
          others={candidates.filter(({ known }) => known.id !== deciding.candidate.known.id)}
          onClose={() => setDeciding(null)}
        />
      )}
    </>
  );
}
