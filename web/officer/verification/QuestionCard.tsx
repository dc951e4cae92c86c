import { Alert, Card, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AskedQuestion, CaseDetail } from '../../../domain/case.ts';
import { isAnswered } from '../../../domain/flow/verification.ts';
import { formatInstant } from '../../pieces/format.ts';
import { TimeLeft } from '../../pieces/TimeLeft.tsx';
import { Transport } from '../../pieces/Transport.tsx';
import { useLabel, useLanguage } from '../../words/index.ts';
import { AnswerShown } from './AnswerShown.tsx';
import { QuestionActs } from './QuestionActs.tsx';
import { UnverifiedMark } from '../../pieces/UnverifiedMark.tsx';

interface QuestionCardProps {
  question: AskedQuestion;
  detail: CaseDetail;
}

/** One question: who was asked and why, how it was sent, when it is due, what came back. */
export function QuestionCard({ question, detail }: QuestionCardProps) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const { requestId, kind, unitName, rejectedCode } = question;
  const mine = detail.answers?.filter((answer) => answer.requestId === requestId) ?? [];
  return (
    <Card
      size="small"
      role="group"
      aria-label={unitName}
      title={`${label('verification', kind)} · ${unitName}`}
      extra={
        !isAnswered(question) && <TimeLeft ms={question.workingMsLeft} dueAt={question.dueAt} />
      }
    >
      {rejectedCode !== null && (
        <Alert
          type="error"
          showIcon
          title={t('agencyRefused')}
          description={t('agencyRefusedHint', { code: rejectedCode })}
        />
      )}
      <Facts question={question} detail={detail} />
      <WaiverNotice question={question} />
      {question.contested && (
        <Alert type="warning" showIcon title={t('ask.contested')} description={t('ask.onlyUnit')} />
      )}
      {detail.answers === null && <p className="muted">{t('answerMasked')}</p>}
      {mine.map((answer) => (
        <AnswerShown key={answer.answeredAt} answer={answer} />
      ))}
      <QuestionActs question={question} detail={detail} />
    </Card>
  );
}

function Facts({ question, detail }: QuestionCardProps) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const { requestId, why, outcome, answeredAt, expectedAt, reusedFrom } = question;
  const asksBack = detail.clocks.find(
    ({ name, stoppedAt }) => name === `clarification:${requestId}` && stoppedAt === null,
  );
  const dated = (name: string, at: string | null) =>
    at === null ? [] : [{ label: t(name), children: formatInstant(at) }];
  return (
    <Descriptions
      size="small"
      column={1}
      items={[
        { label: t('requestNumber'), children: <span className="case-number">{requestId}</span> },
        ...(why.length === 0 ? [] : [{ label: t('ask.why'), children: <Why why={why} /> }]),
        { label: t('askedAt'), children: formatInstant(question.askedAt) },
        { label: t('acknowledgedAt'), children: <Transport sent={question} /> },
        { label: t('ask.dueAt'), children: formatInstant(question.dueAt) },
        { label: t('round'), children: question.round },
        {
          label: t('answer'),
          children:
            outcome === null ? t('noAnswerYet') : <strong>{label('outcome', outcome)}</strong>,
        },
        ...dated('answeredAt', answeredAt),
        ...dated('expectedAt', expectedAt),
        ...dated('ask.clarifyBy', asksBack?.dueAt ?? null),
        ...(reusedFrom === null ? [] : [{ label: t('ask.reusedFrom'), children: reusedFrom }]),
      ]}
    />
  );
}

/** Each reason with the provision behind it. */
function Why({ why }: Pick<AskedQuestion, 'why'>) {
  const { language } = useLanguage();
  return (
    <ul className="ask-why">
      {why.map(({ reason, label, citation, verified }) => (
        <li key={reason}>
          {label[language]}
          <br />
          <span className="muted">{citation}</span> <UnverifiedMark verified={verified} />
        </li>
      ))}
    </ul>
  );
}

/** That the case goes on without this answer, or that somebody proposed it. */
function WaiverNotice({ question: { waiver, outcome } }: { question: AskedQuestion }) {
  const { t } = useTranslation('officer');
  if (waiver === null) return null;
  const { proposedBy, proposedAt, reason, signedBy, signedAt } = waiver;
  const signed = signedAt !== null;
  const title = signed
    ? t(outcome === 'WAIVED' ? 'ask.waived' : 'ask.waivedThenAnswered')
    : t('ask.waiverWaits');
  return (
    <Alert
      type={signed ? 'warning' : 'info'}
      showIcon
      title={title}
      description={
        <>
          {reason !== null && <p>{reason}</p>}
          {t('ask.proposedBy', { by: proposedBy, at: formatInstant(proposedAt) })}
          {signed && (
            <>
              <br />
              {t('ask.signedBy', { by: signedBy, at: formatInstant(signedAt) })}
            </>
          )}
        </>
      }
    />
  );
}
