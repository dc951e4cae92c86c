import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type * as z from 'zod';
import { CaseDetail, type CaseEvents } from '../../domain/case.ts';
import type { RecordSubmission } from '../../domain/record.ts';
import { get } from '../api.ts';
import { ActBar } from '../pieces/acts/ActBar.tsx';
import { Loading } from '../pieces/Loading.tsx';
import { PageProblem } from '../pieces/PageProblem.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { CorrectRecord } from './CorrectRecord.tsx';
import { CorrectSlip } from './CorrectSlip.tsx';
import { Exchange } from './Exchange.tsx';
import { useTransferPage } from './exchangeQueries.ts';
import { KnownNotice } from './KnownNotice.tsx';
import { dueCorrection } from './lastReturn.ts';
import { RecordShown } from './RecordShown.tsx';
import { HeldBar } from '../officer/case/HeldBar.tsx';
import { TransferHead } from './TransferHead.tsx';
import { TransferNotice } from './TransferNotice.tsx';
import { TransferTimeline } from './TransferTimeline.tsx';
import { ReadingPanel } from '../readings/ReadingPanel.tsx';
import './records.css';
import { useCaseEvents } from '../pieces/useCaseEvents.ts';

/** One record transfer: where it stands, what may be done and by whom, the record, what happened. */
export default function Transfer() {
  const { t } = useTranslation('records');
  const { caseId = '' } = useParams();
  const detail = useQuery({
    queryKey: ['case', caseId],
    queryFn: () => get(`/cases/${caseId}`, CaseDetail),
  });
  const log = useCaseEvents(caseId);
  useEffect(() => {
    document.title = `${caseId} · ${t('title')}`;
  }, [caseId, t]);
  return (
    <div className="records">
      <p>
        <Link to="/trao-doi">← {t('page.back')}</Link>
      </p>
      <PageProblem
        of="case"
        error={detail.error}
        onRetry={() => void detail.refetch()}
        back={{ to: '/trao-doi', label: t('page.back') }}
      />
      {detail.isPending && <Loading rows={10} />}
      {detail.data !== undefined && (
        <TransferPage detail={detail.data} events={log.data?.events ?? []} />
      )}
      {detail.error === null && (
        <ProblemAlert error={log.error} onRetry={() => void log.refetch()} />
      )}
      {detail.data?.line.kind === 'TRANSFER' && <HeldBar caseId={caseId} />}
      {log.data !== undefined && <TransferTimeline log={log.data} />}
      {detail.data !== undefined && <ReadingPanel path={`/cases/${caseId}`} />}
    </div>
  );
}

const DIALOGS = { correct: CorrectRecord, correctSlip: CorrectSlip };

interface TransferPageProps {
  detail: CaseDetail;
  events: z.infer<typeof CaseEvents>['events'];
}

function TransferPage({ detail, events }: TransferPageProps) {
  const { t } = useTranslation('records');
  const { line, record } = detail;
  if (line.kind !== 'TRANSFER') {
    return (
      <p>
        {t('page.notTransfer')} <Link to={`/ho-so/${line.caseId}`}>{t('page.openCase')}</Link>
      </p>
    );
  }
  return (
    <>
      <TransferHead detail={detail} />
      <TransferNotice detail={detail} events={events} />
      {record !== null && <KnownNotice caseId={line.caseId} />}
      <ActBar
        detail={detail}
        dialogs={DIALOGS}
        ended={line.closedAt !== null}
        leading={line.step === 'RETURNED' ? dueCorrection(events, detail.acts) : undefined}
      />
      {record !== null && <RecordSent detail={detail} record={record} />}
      <Exchange detail={detail} />
    </>
  );
}

function RecordSent({ detail, record }: { detail: CaseDetail; record: RecordSubmission }) {
  const { data } = useTransferPage(detail.line.caseId);
  const { recordNumber } = detail;
  return (
    <RecordShown
      record={record}
      normalised={data?.normalised ?? null}
      recordNumber={recordNumber}
    />
  );
}
