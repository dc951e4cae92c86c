import { PrinterOutlined } from '@ant-design/icons';
import { Alert, Descriptions, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { type ApplicationSubmission, missingPapers } from '../../domain/application.ts';
import { ApplicationReceived } from '../../domain/intake.ts';
import { addressOf } from '../api.ts';
import { formatInstant } from '../pieces/format.ts';
import { Loading } from '../pieces/Loading.tsx';
import { PageProblem } from '../pieces/PageProblem.tsx';
import { ProblemAlert } from '../pieces/ProblemAlert.tsx';
import { useKeys } from '../pieces/useKeys.ts';
import { useLabel } from '../words/index.ts';
import { useCase } from './case/query.ts';
import './intake/intake.css';

/** `/bien-nhan/:caseId`: the numbers of a received application, its promised date, what is missing. */
export default function ReceiptPage() {
  const { t } = useTranslation('officer');
  const { caseId = '' } = useParams();
  const { state } = useLocation();
  const received = ApplicationReceived.safeParse(state).data;
  const { data: detail, error, refetch } = useCase(caseId);
  const application = detail?.application ?? null;
  const receiptAddress = addressOf(`/cases/${caseId}/receipt.pdf`);
  useKeys({ p: () => window.open(receiptAddress, '_blank', 'noopener') });
  const opening = received?.opened === false && detail === undefined;
  const dueAt = detail?.line.legalDueAt ?? null;
  // Only what was just handed in, or is there, was received: an address may say anything.
  if (received?.caseId !== caseId && detail === undefined) {
    if (error === null) return <Loading rows={6} />;
    return (
      <PageProblem
        of="case"
        error={error}
        onRetry={() => void refetch()}
        back={{ to: '/tiep-nhan', label: t('pageIntake') }}
      />
    );
  }
  return (
    <div className="receipt">
      <Result
        status="success"
        title={t('receiptTitle')}
        subTitle={detail?.line.subjectName}
        extra={
          <div className="receipt-acts">
            <a
              href={receiptAddress}
              target="_blank"
              rel="noreferrer"
              className="link-button primary"
            >
              <PrinterOutlined aria-hidden /> {t('printReceipt')} <kbd className="on-button">p</kbd>
            </a>
            <Link to="/tiep-nhan" className="link-button">
              {t('nextApplicant')}
            </Link>
            <Link to={`/ho-so/${caseId}`} className="link-button">
              {t('openCase')}
            </Link>
          </div>
        }
      />
      {opening ? (
        <Alert type="info" showIcon title={t('receiptOpening')} />
      ) : (
        <ProblemAlert error={error} />
      )}
      <Descriptions
        bordered
        size="small"
        column={1}
        items={[
          { label: t('caseId'), children: <strong className="case-number">{caseId}</strong> },
          {
            label: t('trackingCode'),
            children: (
              <strong className="case-number">
                {received?.trackingCode ?? detail?.trackingCode ?? '–'}
              </strong>
            ),
          },
          {
            label: t('promisedDate'),
            children: dueAt === null ? t('promisedAfterAccept') : formatInstant(dueAt),
          },
          { label: t('missingPapers'), children: <Missing application={application} /> },
        ]}
      />
    </div>
  );
}

function Missing({ application }: { application: ApplicationSubmission | null }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  if (application === null) return <>–</>;
  const missing = missingPapers(application).map((paper) => label('paper', paper));
  if (!application.feeSettled) missing.push(t('feeUnsettled'));
  return <>{missing.length === 0 ? t('nothingMissing') : missing.join('; ')}</>;
}
