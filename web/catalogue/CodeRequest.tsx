import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { CaseDetail } from '../../domain/case.ts';
import type { CodeRequestShown } from '../../domain/offence/codeRequest.ts';
import { get } from '../api.ts';
import { ActBar } from '../pieces/acts/ActBar.tsx';
import { caseLink } from '../pieces/caseLink.ts';
import { formatDate } from '../pieces/format.ts';
import { Loading } from '../pieces/Loading.tsx';
import { PageProblem } from '../pieces/PageProblem.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { StepTag } from '../pieces/StepTag.tsx';
import { useUnitName } from '../pieces/units.ts';
import { TransferTimeline } from '../records/TransferTimeline.tsx';
import { ProposeEntry } from './ProposeEntry.tsx';
import { ProposeMapping } from './ProposeMapping.tsx';
import { useCodeRequest } from './query.ts';
import './catalogue.css';
import '../records/records.css';
import { useCaseEvents } from '../pieces/useCaseEvents.ts';

const DIALOGS = { proposeEntry: ProposeEntry, proposeMapping: ProposeMapping };

/** `/danh-muc/de-nghi/:caseId`: what was asked, what the Centre proposes, what may be done, what happened. */
export default function CodeRequest() {
  const { t } = useTranslation('catalogue');
  const { caseId = '' } = useParams();
  const detail = useQuery({
    queryKey: ['case', caseId],
    queryFn: () => get(`/cases/${caseId}`, CaseDetail),
  });
  const log = useCaseEvents(caseId);
  const request = useCodeRequest(caseId);
  useEffect(() => {
    document.title = `${caseId} · ${t('requests')}`;
  }, [caseId, t]);
  if (detail.data !== undefined && detail.data.line.kind !== 'CODE_REQUEST') {
    return <Navigate to={caseLink(caseId)} replace />;
  }
  return (
    <div className="catalogue">
      <p>
        <Link to="/danh-muc/de-nghi">← {t('requests')}</Link>
      </p>
      <PageProblem
        of="case"
        error={detail.error ?? request.error}
        onRetry={() => void Promise.all([detail.refetch(), request.refetch()])}
        back={{ to: '/danh-muc/de-nghi', label: t('requests') }}
      />
      {(detail.isPending || request.isPending) && <Loading rows={8} />}
      {detail.data !== undefined && request.data !== undefined && (
        <>
          <Head detail={detail.data} />
          <ActBar
            detail={detail.data}
            dialogs={DIALOGS}
            ended={detail.data.line.closedAt !== null}
          />
          <Asked shown={request.data} />
          <Proposal shown={request.data} />
        </>
      )}
      {detail.error === null && (
        <ProblemAlert error={log.error} onRetry={() => void log.refetch()} />
      )}
      {log.data !== undefined && <TransferTimeline log={log.data} />}
    </div>
  );
}

function Head({ detail: { line } }: { detail: CaseDetail }) {
  const unitName = useUnitName();
  return (
    <>
      <div className="catalogue-head">
        <h1>
          <span className="case-number">{line.caseId}</span> · {line.subjectName}
        </h1>
        <StepTag kind={line.kind} step={line.step} />
      </div>
      <p className="muted">{unitName(line.unit)}</p>
    </>
  );
}

type Fact = [label: string, value: string | null];

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="records-record">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}

function Asked({ shown: { request } }: { shown: CodeRequestShown }) {
  const { t } = useTranslation('catalogue');
  return (
    <section>
      <h2>{t('request.asked')}</h2>
      <Facts
        facts={[
          [t('request.offence'), request.offence],
          [t('request.provision'), request.provision],
          [t('request.judgmentNumber'), request.judgmentNumber],
          [t('request.judgmentDate'), formatDate(request.judgmentDate)],
          [t('request.court'), request.court],
          [t('request.recordNumber'), request.recordNumber],
          [t('request.note'), request.note],
        ]}
      />
    </section>
  );
}

function Proposal({ shown: { proposal, releasedIn } }: { shown: CodeRequestShown }) {
  const { t } = useTranslation('catalogue');
  if (proposal === null) return <p className="muted">{t('request.noProposal')}</p>;
  const { kind, code, entry, reason } = proposal;
  return (
    <section>
      <h2>{t('request.proposal')}</h2>
      <Facts
        facts={[
          [t(`request.kind.${kind}`), code],
          [t('name'), entry?.name ?? null],
          [
            t('article'),
            entry &&
              t('articleOf', { article: entry.article, code: t(`penalCode.${entry.penalCode}`) }),
          ],
          [t('validFrom'), entry && formatDate(entry.validFrom)],
          [t('request.reason'), reason],
        ]}
      />
      {releasedIn !== null && (
        <p>
          <Link to="/danh-muc/ban">{t('request.releasedIn', { version: releasedIn })}</Link>
        </p>
      )}
    </section>
  );
}
