import { Button, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import type { CaseDetail } from '../../domain/case.ts';
import { PERMISSIONS } from '../../domain/permission.ts';
import { ApiProblem } from '../api.ts';
import { ActBar } from '../pieces/acts/ActBar.tsx';
import { caseLink } from '../pieces/caseLink.ts';
import { Loading } from '../pieces/Loading.tsx';
import { NoPermission } from '../pieces/NoPermission.tsx';
import { PageProblem } from '../pieces/PageProblem.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { StepTag } from '../pieces/StepTag.tsx';
import { LineTimeLeft } from '../pieces/LineTimeLeft.tsx';
import { useKeys } from '../pieces/useKeys.ts';
import { useRoles } from '../session.tsx';
import { OFFICER_ROLES } from '../shell/areas.ts';
import { useLabel } from '../words/index.ts';
import { DocumentsTab } from './case/DocumentsTab.tsx';
import { DraftDialog } from './evaluation/DraftDialog.tsx';
import { HoldingBar } from './case/HoldingBar.tsx';
import { IdentityPanel } from './case/IdentityPanel.tsx';
import { useCase } from './case/query.ts';
import { ResultTab } from './case/ResultTab.tsx';
import { ReturnedNotice } from './case/ReturnedNotice.tsx';
import { Stepper } from './case/Stepper.tsx';
import { SummaryTab } from './case/SummaryTab.tsx';
import { SupplementNotice } from './case/SupplementNotice.tsx';
import { TimelineTab } from './case/TimelineTab.tsx';
import { TimeTab } from './case/TimeTab.tsx';
import { VerificationTab } from './case/VerificationTab.tsx';
import { AskedBackNotice } from './verification/AskedBackNotice.tsx';
import { useNextWork } from './nextWork.ts';
import './officer.css';
import './case/case.css';

const DIALOGS = { draft: DraftDialog };

/** `/ho-so/:caseId`: where the case stands, the next right act, and everything known about it. */
export default function CasePage() {
  const { caseId = '' } = useParams();
  const { t } = useTranslation('officer');
  const works = useRoles().some((role) => OFFICER_ROLES.includes(role));
  const back = works ? { to: '/viec', label: t('toWorklist') } : { to: '/', label: t('toHome') };
  const { data: detail, error, isPending, refetch } = useCase(caseId);
  if (isPending) return <Loading rows={10} />;
  if (error instanceof ApiProblem && error.code === 'NOT_PERMITTED') {
    return <NoPermission roles={PERMISSIONS['case.read']} />;
  }
  if (detail === undefined)
    return <PageProblem of="case" error={error} onRetry={() => void refetch()} back={back} />;
  if (detail.line.kind !== 'APPLICATION') return <Navigate to={caseLink(caseId)} replace />;
  return (
    <article aria-labelledby="case-title">
      <CaseHead detail={detail} />
      <Stepper line={detail.line} />
      <ReturnedNotice line={detail.line} />
      <AskedBackNotice detail={detail} />
      <SupplementNotice detail={detail} />
      <ActBar key={caseId} detail={detail} dialogs={DIALOGS} />
      <CaseTabs detail={detail} />
    </article>
  );
}

function CaseHead({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const navigate = useNavigate();
  const { line } = detail;
  const next = useNextWork();
  useKeys({ n: () => next.mutate(), u: () => void navigate('/viec') });
  const type = line.certificateType === null ? '' : label('certificateType', line.certificateType);
  return (
    <header className="case-head">
      <div className="row-between">
        <Link to="/viec">← {t('toWorklist')}</Link>
        <Button type="text" loading={next.isPending} onClick={() => next.mutate()}>
          {t('nextWork')} <kbd>n</kbd>
        </Button>
      </div>
      <h1 id="case-title">
        <span className="case-number">{line.caseId}</span> · {line.subjectName}
      </h1>
      <div className="case-facts">
        <StepTag step={line.step} />
        <span>
          {type} {line.regime !== null && `· ${label('regime', line.regime)}`}
        </span>
        <LineTimeLeft line={line} />
        <HoldingBar line={line} />
      </div>
      <ProblemAlert error={next.error} />
    </header>
  );
}

function CaseTabs({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('officer');
  const [search, setSearch] = useSearchParams();
  const { caseId } = detail.line;
  const items = [
    { key: 'tom-tat', label: t('tabSummary'), children: <SummaryTab detail={detail} /> },
    {
      key: 'xac-minh',
      label: t('tabVerification'),
      children: (
        <>
          <IdentityPanel detail={detail} />
          <VerificationTab detail={detail} />
        </>
      ),
    },
    { key: 'ket-qua', label: t('tabResult'), children: <ResultTab detail={detail} /> },
    { key: 'giay-to', label: t('tabDocuments'), children: <DocumentsTab detail={detail} /> },
    { key: 'nhat-ky', label: t('tabTimeline'), children: <TimelineTab caseId={caseId} /> },
    { key: 'thoi-gian', label: t('tabTime'), children: <TimeTab detail={detail} /> },
  ];
  return (
    <Tabs
      activeKey={search.get('tab') ?? 'tom-tat'}
      onChange={(tab) => setSearch({ tab }, { replace: true })}
      items={items}
      destroyOnHidden
    />
  );
}
