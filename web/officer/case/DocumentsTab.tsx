import { CheckSquareOutlined, FilePdfOutlined, WarningOutlined } from '@ant-design/icons';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { missingPapers } from '../../../domain/application.ts';
import type { CaseDetail } from '../../../domain/case.ts';
import { allows } from '../../../domain/permission.ts';
import { addressOf } from '../../api.ts';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatInstant } from '../../pieces/format.ts';
import { useSession } from '../../session.tsx';
import { useLabel } from '../../words/index.ts';

/** Papers received, the receipt given, the written refusal, certificates issued. */
export function DocumentsTab({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const { account } = useSession();
  const { line, application, certificates } = detail;
  const papers = application?.papers ?? [];
  return (
    <div className="beside">
      <section aria-label={t('papersReceived')}>
        <h3>{t('papersReceived')}</h3>
        {papers.length === 0 && <EmptyState text={t('noPapers')} />}
        <ul className="plain-list">
          {papers.map((paper) => (
            <li key={paper}>
              <CheckSquareOutlined aria-hidden /> {label('paper', paper)}
            </li>
          ))}
        </ul>
        <Missing detail={detail} />
        <Supplements supplements={detail.supplements} />
        <PdfLink href={addressOf(`/cases/${line.caseId}/receipt.pdf`)} name={t('receipt')} />
        {line.step === 'REFUSED' && allows(account, 'refusal.read') && (
          <PdfLink href={addressOf(`/cases/${line.caseId}/refusal.pdf`)} name={t('refusal')} />
        )}
      </section>
      <section aria-label={t('certificates')}>
        <h3>{t('certificates')}</h3>
        <Table
          size="small"
          rowKey="number"
          pagination={false}
          dataSource={certificates}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: <EmptyState text={t('noCertificates')} /> }}
          columns={[
            { title: t('certificateNumber'), dataIndex: 'number' },
            {
              title: t('status'),
              key: 'status',
              render: (_, { status }) => label('certificateStatus', status),
            },
            {
              title: t('issuedAt'),
              key: 'at',
              render: (_, { issuedAt }) => formatInstant(issuedAt),
            },
            {
              title: t('verificationCode'),
              dataIndex: 'verificationCode',
              className: 'case-number',
            },
          ]}
        />
        {certificates.some(({ status }) => status === 'VALID') && (
          <PdfLink
            href={addressOf(`/cases/${line.caseId}/certificate.pdf`)}
            name={t('certificate')}
          />
        )}
      </section>
    </div>
  );
}

/** What the law asks of the dossier and was not handed in. */
function Missing({ detail: { application } }: { detail: CaseDetail }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const missing = application === null ? [] : missingPapers(application);
  if (missing.length === 0) return null;
  return (
    <>
      <h4>{t('papersMissingAtIntake')}</h4>
      <ul className="plain-list">
        {missing.map((paper) => (
          <li key={paper}>
            <WarningOutlined aria-hidden /> {label('paper', paper)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What was asked for afterwards and what came. */
function Supplements({ supplements }: Pick<CaseDetail, 'supplements'>) {
  const { t } = useTranslation('officer');
  if (supplements.length === 0) return null;
  return (
    <>
      <h4>{t('supplements')}</h4>
      <ul className="plain-list">
        {supplements.map(({ askedAt, missing, receivedAt, received }) => (
          <li key={askedAt}>
            {t('supplementAsked', { at: formatInstant(askedAt), missing })}
            <br />
            {receivedAt === null
              ? t('supplementNotReceived')
              : t('supplementReceived', { at: formatInstant(receivedAt), received })}
          </li>
        ))}
      </ul>
    </>
  );
}

function PdfLink({ href, name }: { href: string; name: string }) {
  return (
    <p>
      <a href={href} target="_blank" rel="noreferrer">
        <FilePdfOutlined aria-hidden /> {name} (PDF)
      </a>
    </p>
  );
}
