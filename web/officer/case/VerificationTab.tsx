import { Alert, Card, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../domain/case.ts';
import { EntryList } from '../../pieces/acts/EntryList.tsx';
import { EmptyState } from '../../pieces/EmptyState.tsx';
import { formatInstant } from '../../pieces/format.ts';
import { TimeLeft } from '../../pieces/TimeLeft.tsx';
import { Transport } from '../../pieces/Transport.tsx';
import { useLabel } from '../../words/index.ts';

type Verification = CaseDetail['verifications'][number];
type Answers = CaseDetail['answers'];

/** A card per question put to an agency: what, sent, acknowledged, due, answered. */
export function VerificationTab({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('officer');
  if (detail.verifications.length === 0) {
    return <EmptyState text={t('noVerifications')} hint={t('noVerificationsHint')} />;
  }
  return (
    <div className="cards">
      {detail.verifications.map((verification) => (
        <VerificationCard
          key={verification.requestId}
          verification={verification}
          answers={detail.answers}
        />
      ))}
    </div>
  );
}

interface VerificationCardProps {
  verification: Verification;
  answers: Answers;
}

function VerificationCard({ verification, answers }: VerificationCardProps) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const { requestId, kind, unitName, outcome, answeredAt, expectedAt } = verification;
  const mine = answers?.filter((answer) => answer.requestId === requestId) ?? [];
  return (
    <Card
      size="small"
      role="group"
      aria-label={unitName}
      title={`${label('verification', kind)} · ${unitName}`}
      extra={
        answeredAt === null && (
          <TimeLeft ms={verification.workingMsLeft} dueAt={verification.dueAt} />
        )
      }
    >
      {verification.rejectedCode !== null && (
        <Alert
          type="error"
          showIcon
          title={t('agencyRefused')}
          description={t('agencyRefusedHint', { code: verification.rejectedCode })}
        />
      )}
      <Descriptions
        size="small"
        column={1}
        items={[
          { label: t('requestNumber'), children: <span className="case-number">{requestId}</span> },
          { label: t('askedAt'), children: formatInstant(verification.askedAt) },
          { label: t('acknowledgedAt'), children: <Transport sent={verification} /> },
          { label: t('round'), children: verification.round },
          {
            label: t('answer'),
            children:
              outcome === null ? t('noAnswerYet') : <strong>{label('outcome', outcome)}</strong>,
          },
          ...(answeredAt === null
            ? []
            : [{ label: t('answeredAt'), children: formatInstant(answeredAt) }]),
          ...(expectedAt === null
            ? []
            : [{ label: t('expectedAt'), children: formatInstant(expectedAt) }]),
        ]}
      />
      {answers === null && <p className="muted">{t('answerMasked')}</p>}
      {mine.map((answer) => (
        <Answer key={answer.answeredAt} answer={answer} />
      ))}
    </Card>
  );
}

function Answer({ answer }: { answer: NonNullable<Answers>[number] }) {
  const { t } = useTranslation('officer');
  const { by, answeredAt, inForce, needed, reason, entries } = answer;
  return (
    <div className={inForce ? 'answer' : 'answer replaced'}>
      <span className="muted">
        {by} · {formatInstant(answeredAt)} {!inForce && `· ${t('answerReplaced')}`}
      </span>
      {needed !== null && <p>{needed}</p>}
      {reason !== null && <p>{reason}</p>}
      <EntryList entries={entries} />
    </div>
  );
}
