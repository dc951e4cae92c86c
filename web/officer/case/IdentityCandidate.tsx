import { QuestionCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldOf, stanceOf } from '../../../domain/identity/evidence.ts';
import type { Identity } from '../../../domain/identity/identity.ts';
import {
  type Candidate,
  decisionOn,
  IDENTITY_DECISIONS,
  type IdentityDecision,
} from '../../../domain/identity/lookUp.ts';
import { formatDate, formatInstant } from '../../pieces/format.ts';
import { useLabel } from '../../words/index.ts';
import { IdentityEvidence } from './IdentityEvidence.tsx';

interface IdentityCandidateProps {
  candidate: Candidate;
  asked: Identity;
  /** Whether the fields are shown without being asked for. */
  open: boolean;
  /** Null where the reader may not decide. */
  onDecide: ((decision: IdentityDecision) => void) | null;
}

/** One known person: who, from which record, how likely, on what, and what officers decided. */
export function IdentityCandidate({ candidate, asked, open, onDecide }: IdentityCandidateProps) {
  const { t } = useTranslation('identity');
  const label = useLabel();
  const { known, comparison } = candidate;
  const stands = decisionOn(candidate);
  const given = candidate.decisions[0]?.decision;
  return (
    <li className={`identity-candidate ${comparison.class}`}>
      <div className="identity-head">
        <strong>{known.identity.fullName}</strong>
        <span>{formatDate(known.identity.birthDate)}</span>
        <span className="identity-class">
          {comparison.class === 'CERTAIN' ? <WarningOutlined /> : <QuestionCircleOutlined />}{' '}
          {label('identityClass', comparison.class)}
        </span>
        <span className="muted">{t('score', { score: comparison.score })}</span>
        <Tag>{label('identityDecision', stands)}</Tag>
      </div>
      <RecordLine known={known} />
      <details open={open && stands === 'UNDECIDED'}>
        <summary>
          {t('evidence')} <Sides contributions={comparison.contributions} />
        </summary>
        <IdentityEvidence
          asked={asked}
          known={known.identity}
          contributions={comparison.contributions}
        />
      </details>
      <Decisions candidate={candidate} />
      {onDecide !== null && (
        <div className="identity-acts" role="group" aria-label={t('decide')}>
          {IDENTITY_DECISIONS.filter((each) => each !== given).map((decision) => (
            <Button key={decision} size="small" onClick={() => onDecide(decision)}>
              {label('identityDecision', decision)}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}

/** Which fields speak for and which against, in one line. */
function Sides({ contributions }: Pick<Candidate['comparison'], 'contributions'>) {
  const { t } = useTranslation('identity');
  const label = useLabel();
  const fieldsOf = (stance: 'FOR' | 'AGAINST'): string =>
    contributions
      .filter(({ finding }) => stanceOf(finding) === stance)
      .map(({ finding }) => label('identityField', fieldOf(finding)).toLowerCase())
      .join(', ');
  const [agreeing, contradicting] = [fieldsOf('FOR'), fieldsOf('AGAINST')];
  return (
    <span className="muted">
      {agreeing !== '' && t('agreeing', { fields: agreeing })}
      {contradicting !== '' && ` ${t('contradicting', { fields: contradicting })}`}
    </span>
  );
}

function RecordLine({ known }: Pick<Candidate, 'known'>) {
  const { t } = useTranslation('identity');
  const { recordNumber, mergedInto, unitName, judgment } = known;
  const record =
    recordNumber === null ? t('recordUnnumbered') : t('record', { number: recordNumber });
  return (
    <div className="muted">
      {record} · {unitName}
      {mergedInto !== null && ` · ${t('mergedInto', { number: mergedInto })}`}
      {judgment !== null && (
        <div>
          {t('judgment', { ...judgment, date: formatDate(judgment.date) })}: {judgment.offence}
        </div>
      )}
    </div>
  );
}

function Decisions({ candidate: { decisions } }: { candidate: Candidate }) {
  const { t } = useTranslation('identity');
  const label = useLabel();
  if (decisions.length === 0) return null;
  return (
    <ol className="identity-decisions" aria-label={t('decisions')}>
      {decisions.map(({ decision, reason, decidedByName, decidedAt }) => (
        <li key={`${decidedAt} ${decision}`}>
          <strong>{label('identityDecision', decision)}</strong>: {reason}{' '}
          <span className="muted">
            {decidedByName}, {formatInstant(decidedAt)}
          </span>
        </li>
      ))}
    </ol>
  );
}
