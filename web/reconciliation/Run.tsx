import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { CaseDetail } from '../../domain/case.ts';
import { allows } from '../../domain/permission.ts';
import { get } from '../api.ts';
import { ActBar } from '../pieces/acts/ActBar.tsx';
import { caseLink } from '../pieces/caseLink.ts';
import { Loading } from '../pieces/Loading.tsx';
import { PageProblem } from '../pieces/PageProblem.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { TransferTimeline } from '../records/TransferTimeline.tsx';
import { useSession } from '../session.tsx';
import { Comparing } from './Comparing.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { useRun } from './query.ts';
import { RunHead } from './RunHead.tsx';
import './reconciliation.css';
import '../records/records.css';
import { useCaseEvents } from '../pieces/useCaseEvents.ts';

/** `/doi-chieu/:caseId`: what is compared, what differs, what may be done, what happened. */
export default function Run() {
  const { t } = useTranslation('reconciliation');
  const { account } = useSession();
  const { caseId = '' } = useParams();
  const detail = useQuery({
    queryKey: ['case', caseId],
    queryFn: () => get(`/cases/${caseId}`, CaseDetail),
  });
  const log = useCaseEvents(caseId);
  const { data: run, error, isPending, refetch } = useRun(caseId);
  useEffect(() => {
    document.title = `${caseId} · ${t('title')}`;
  }, [caseId, t]);
  if (detail.data !== undefined && detail.data.line.kind !== 'RECONCILIATION') {
    return <Navigate to={caseLink(caseId)} replace />;
  }
  const settles = allows(account, 'reconciliation.settle') && run?.endedAt === null;
  return (
    <div className="reconciliation">
      <p>
        <Link to="/doi-chieu">← {t('title')}</Link>
      </p>
      <PageProblem
        of="case"
        error={detail.error ?? error}
        onRetry={() => void Promise.all([detail.refetch(), refetch()])}
        back={{ to: '/doi-chieu', label: t('title') }}
      />
      {(isPending || detail.isPending) && <Loading rows={8} />}
      {run !== undefined && detail.data !== undefined && (
        <>
          <RunHead run={run} />
          <ActBar detail={detail.data} ended={run.endedAt !== null} />
          {settles && <Comparing run={run} />}
          {allows(account, 'exchange.read') ? (
            <DifferenceList run={run} settles={settles && run.step === 'SETTLING'} />
          ) : (
            <p className="muted">{t('masked')}</p>
          )}
        </>
      )}
      {detail.error === null && (
        <ProblemAlert error={log.error} onRetry={() => void log.refetch()} />
      )}
      {log.data !== undefined && <TransferTimeline log={log.data} />}
    </div>
  );
}
