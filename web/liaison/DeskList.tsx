import { EditOutlined, UserOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { DeskRequest } from '../../domain/desk.ts';
import { isFinalOutcome } from '../../domain/flow/verification.ts';
import { formatDate, formatInstantDate } from '../pieces/format.ts';
import { TimeLeft } from '../pieces/TimeLeft.tsx';
import { useSession } from '../session.tsx';
import { useQuestionWords } from './questionWords.ts';

interface DeskListProps {
  requests: readonly DeskRequest[];
  currentId: string | null;
  /** Requests to which an answer was begun. */
  typedIds: readonly string[];
  onChoose: (index: number) => void;
}

/** Requests as rows that are buttons: who it is about, which case, how much time is left. */
export function DeskList({ requests, currentId, typedIds, onChoose }: DeskListProps) {
  return (
    <ol className="desk-list">
      {requests.map((request, index) => {
        const { requestId } = request.verification;
        return (
          <li key={requestId}>
            <button
              type="button"
              id={`row-${requestId}`}
              className="desk-row"
              aria-current={requestId === currentId}
              onClick={() => onChoose(index)}
            >
              <Row request={request} begun={typedIds.includes(requestId)} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function Row({ request, begun }: { request: DeskRequest; begun: boolean }) {
  const { verification, person, askedBy, holder } = request;
  const { t } = useTranslation('liaison');
  const { account } = useSession();
  const words = useQuestionWords(verification.kind);
  const { caseId, outcome, answeredAt, dueAt, workingMsLeft } = verification;
  const ended = outcome !== null && isFinalOutcome(outcome);
  return (
    <>
      <strong>{person.fullName}</strong>
      <span>{formatDate(person.birthDate)}</span>
      <span className="case-number">{caseId}</span>
      <span className="desk-row-time">
        {ended && answeredAt !== null ? (
          t('request.answeredAt', { date: formatInstantDate(answeredAt) })
        ) : (
          <TimeLeft ms={workingMsLeft} dueAt={dueAt} />
        )}
      </span>
      <span className="muted">{askedBy}</span>
      <span>
        {begun && (
          <span className="desk-row-begun">
            <EditOutlined aria-hidden /> {t('answer.begun')}{' '}
          </span>
        )}
        {outcome !== null && <span className="desk-row-outcome">{words.outcome(outcome)} </span>}
        {holder !== null && (
          <span className="muted">
            <UserOutlined aria-hidden />{' '}
            {holder.id === account.id ? t('holder.me') : holder.displayName}
          </span>
        )}
      </span>
    </>
  );
}
