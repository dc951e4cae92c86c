import { PrinterOutlined } from '@ant-design/icons';
import { Alert, Descriptions, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import type { ApplicationSubmission } from '../../domain/application.ts';
import { ApplicationReceived } from '../../domain/intake.ts';
import { addressOf } from '../api.ts';
import { formatInstant } from '../pieces/format.ts';
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
  const { data: detail, error } = useCase(caseId);
  const application = detail?.application ?? null;
  const receiptAddress = addressOf(`/cases/${caseId}/receipt.pdf`);
  useKeys({ p: () => window.open(receiptAddress, '_blank', 'noopener') });
  const opening = received?.opened === false && detail === undefined;
  const dueAt = detail?.line.legalDueAt ?? null;
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

/** Papers a dossier of this kind is made of that were not handed over. */
function missingOf({ papers, agent, feeCategory }: ApplicationSubmission) {
  const needed = [
    'APPLICATION_FORM',
    'IDENTITY_COPY',
    ...(agent?.relation === 'AUTHORISED' ? ['POWER_OF_ATTORNEY'] : []),
    ...(feeCategory === 'NORMAL' ? [] : ['FEE_EXEMPTION_PROOF']),
  ];
  return needed.filter((paper) => !papers.some((given) => given === paper));
}

function Missing({ application }: { application: ApplicationSubmission | null }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  if (application === null) return <>–</>;
  const missing = missingOf(application).map((paper) => label('paper', paper));
  if (!application.feeSettled) missing.push(t('feeUnsettled'));
  return <>{missing.length === 0 ? t('nothingMissing') : missing.join('; ')}</>;
}
