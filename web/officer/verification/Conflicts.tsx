import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../../domain/case.ts';
import { formatInstant } from '../../pieces/format.ts';
import { useLabel } from '../../words/index.ts';
import { AnswerShown } from './AnswerShown.tsx';

type Conflict = CaseDetail['conflicts'][number];

/** Answers that contradict each other, both sides beside each other, and how that was settled. */
export function Conflicts({ detail }: { detail: CaseDetail }) {
  return (
    <>
      {detail.conflicts.map((conflict) => (
        <ConflictBlock
          key={`${conflict.found} ${conflict.clean}`}
          conflict={conflict}
          detail={detail}
        />
      ))}
    </>
  );
}

function ConflictBlock({ conflict, detail }: { conflict: Conflict; detail: CaseDetail }) {
  const { t } = useTranslation('officer');
  const { found, clean, settled } = conflict;
  return (
    <section className="conflict" aria-label={t('ask.conflict')}>
      {settled === null ? (
        <Alert
          type="error"
          showIcon
          title={t('ask.conflict')}
          description={t('ask.conflictHint')}
        />
      ) : (
        <Settled settled={settled} />
      )}
      <div className="beside">
        <Side requestId={found} detail={detail} stands={settled?.stands === 'FOUND'} />
        <Side requestId={clean} detail={detail} stands={settled?.stands === 'CLEAN'} />
      </div>
    </section>
  );
}

function Settled({ settled }: { settled: NonNullable<Conflict['settled']> }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const { stands, ground, reason, by, at } = settled;
  return (
    <Alert
      type="success"
      showIcon
      title={`${t('ask.settled')}: ${label('conflictSide', stands)}`}
      description={
        <>
          {label('settlementGround', ground)}
          {reason !== null && <p>{reason}</p>}
          <span className="muted">
            {by} · {formatInstant(at)}
          </span>
        </>
      }
    />
  );
}

interface SideProps {
  requestId: string;
  detail: CaseDetail;
  stands: boolean;
}

function Side({ requestId, detail, stands }: SideProps) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  const question = detail.verifications.find((each) => each.requestId === requestId);
  const answers = (detail.answers ?? []).filter(
    (answer) => answer.requestId === requestId && answer.inForce,
  );
  return (
    <div>
      <h3>
        {question === undefined
          ? requestId
          : `${label('verification', question.kind)} · ${question.unitName}`}
        {stands && ` · ${t('ask.stands')}`}
      </h3>
      {answers.map((answer) => (
        <AnswerShown key={answer.answeredAt} answer={answer} />
      ))}
    </div>
  );
}
