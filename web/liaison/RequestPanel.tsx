import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskRequest } from '../../domain/desk.ts';
import { isFinalOutcome, type VerificationOutcome } from '../../domain/flow/verification.ts';
import { HeldBar } from '../officer/case/HeldBar.tsx';
import { formatDate, formatInstant, formatInstantDate } from '../pieces/format.ts';
import { TimeLeft } from '../pieces/TimeLeft.tsx';
import { Transport } from '../pieces/Transport.tsx';
import { UnverifiedMark } from '../pieces/UnverifiedMark.tsx';
import { useLabel } from '../words/index.ts';
import { useSession } from '../session.tsx';
import { AnswerPanel } from './AnswerPanel.tsx';
import type { BegunAnswer } from './begunAnswers.ts';
import { AnswerTransport } from './AnswerTransport.tsx';
import { ExtensionButton } from './ExtensionButton.tsx';
import { Fact } from './Fact.tsx';
import { HolderLine } from './HolderLine.tsx';
import { PersonBlock } from './PersonBlock.tsx';
import { useQuestionWords } from './questionWords.ts';
import { ScanLink } from '../pieces/ScanLink.tsx';
import './request.css';

interface RequestPanelProps {
  request: DeskRequest;
  answer: BegunAnswer;
  keysOn: boolean;
  onAnswered: (outcome: VerificationOutcome) => void;
}

/** One request in full: the question, the person, and the place to answer or to replace an answer. */
export function RequestPanel({ request, answer, keysOn, onAnswered }: RequestPanelProps) {
  const { t } = useTranslation('liaison');
  const { replaces: replacing } = answer.begun;
  const { verification, identification, person } = request;
  const { outcome, answeredAt } = verification;
  const { account } = useSession();
  const ended = outcome !== null && isFinalOutcome(outcome);
  const isFree = request.holder === null || request.holder.id === account.id;
  return (
    <section aria-label={person.fullName} className="desk-request">
      <Question request={request} />
      <HolderLine key={verification.requestId} request={request} keysOn={keysOn} />
      {identification !== null && (
        <Alert
          type="info"
          showIcon
          title={t('request.identification')}
          description={<span className="desk-said">{identification}</span>}
        />
      )}
      <PersonBlock person={person} />
      {!isFree && <Alert type="warning" showIcon title={t('holder.blocked')} />}
      {isFree && ended && !replacing && (
        <Button onClick={() => answer.change((now) => ({ ...now, replaces: true }))}>
          {t('answer.replace')}
        </Button>
      )}
      {replacing && answeredAt !== null && (
        <Alert
          type="warning"
          showIcon
          title={t('answer.replaceMark', { date: formatInstantDate(answeredAt) })}
        />
      )}
      {isFree && (!ended || replacing) && (
        <AnswerPanel request={request} answer={answer} keysOn={keysOn} onAnswered={onAnswered} />
      )}
      {isFree && !ended && <ExtensionButton requestId={verification.requestId} />}
      <ChargedTime key={verification.requestId} caseId={verification.caseId} />
    </section>
  );
}

/** What of the case's time is charged to the unit, asked for when wanted; it can be contested there. */
function ChargedTime({ caseId }: { caseId: string }) {
  const { t } = useTranslation('liaison');
  const [shown, setShown] = useState(false);
  return (
    <>
      <Button type="link" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t('request.time')}
      </Button>
      {shown && <HeldBar caseId={caseId} />}
    </>
  );
}

function Question({ request }: { request: DeskRequest }) {
  const { t } = useTranslation('liaison');
  const label = useLabel();
  const { caseId, kind, round, askedAt, dueAt, workingMsLeft, outcome, answeredAt, expectedAt } =
    request.verification;
  const ended = outcome !== null && isFinalOutcome(outcome);
  const words = useQuestionWords(kind);
  const { transport, scans, judgments } = request;
  return (
    <>
      <h2>
        <span className="case-number">{caseId}</span> · {label('verification', kind)}
        {round > 1 && ` · ${t('request.round', { round })}`}
      </h2>
      <p className="desk-question">{words.question}</p>
      <dl className="desk-facts">
        {judgments.length > 0 && (
          <Fact name={t('request.judgments')}>
            {judgments.map(({ judgmentNumber, judgmentDate, court }) => (
              <div key={`${judgmentNumber} ${judgmentDate} ${court}`}>
                <strong>{judgmentNumber}</strong>,{' '}
                {t('request.judgment', { date: formatDate(judgmentDate), court })}
              </div>
            ))}
          </Fact>
        )}
        <Fact name={t('request.due')}>
          {ended ? formatInstant(dueAt) : <TimeLeft ms={workingMsLeft} dueAt={dueAt} />}
        </Fact>
        <Fact name={t('request.askedBy')}>{request.askedBy}</Fact>
        <Fact name={t('request.askedAt')}>{formatInstant(askedAt)}</Fact>
        <Fact name={t('request.transport')}>
          <Transport sent={request.verification} />
        </Fact>
        <Fact name={t('request.purpose')}>{request.purpose}</Fact>
        <Fact name={t('request.legalBasis')}>
          {request.legalBasis.citation} <UnverifiedMark verified={request.legalBasis.verified} />
        </Fact>
        {outcome !== null && (
          <Fact name={t('request.outcome')}>
            <strong>{words.outcome(outcome)}</strong>
            {answeredAt !== null &&
              `, ${t('request.answeredAt', { date: formatInstant(answeredAt) })}`}
            {expectedAt !== null &&
              `, ${t('request.expectedAt', { date: formatInstantDate(expectedAt) })}`}
          </Fact>
        )}
        {transport !== null && (
          <Fact name={t('transport.title')}>
            <AnswerTransport transport={transport} />
          </Fact>
        )}
        {scans.length > 0 && (
          <Fact name={t('scan.title')}>
            {scans.map((scan) => (
              <div key={scan.id}>
                <ScanLink scan={scan} />
              </div>
            ))}
          </Fact>
        )}
      </dl>
    </>
  );
}
