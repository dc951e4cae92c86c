import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  MinusCircleOutlined,
  QuestionCircleOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryEvaluation, EvaluationStatus } from '../../../domain/conviction/evaluation.ts';
import { formatDate } from '../../pieces/format.ts';
import { useLabel } from '../../words/index.ts';
import { Reasoning } from './Reasoning.tsx';

const SIGNS: Record<EvaluationStatus, ComponentType> = {
  DEEMED_NONE: MinusCircleOutlined,
  EXPUNGED_AUTOMATICALLY: CheckCircleOutlined,
  EXPUNGED_BY_COURT: CheckCircleOutlined,
  NOT_EXPUNGED: CloseCircleOutlined,
  UNDETERMINED: QuestionCircleOutlined,
};

/** What the rules make of one judgment: status with its day, what is missing, whom to ask, and why. */
export function Verdict({ evaluated }: { evaluated: EntryEvaluation }) {
  const { t } = useTranslation('evaluation');
  const label = useLabel();
  const { status, expungedOn, until, decision, missing, asks, warnings, reasoning } = evaluated;
  const Sign = SIGNS[status];
  return (
    <div className="verdict" data-status={status}>
      <strong className="verdict-status">
        <Sign /> {label('evaluationStatus', status)}
        {expungedOn !== null && ` ${t('on', { date: formatDate(expungedOn) })}`}
        {until !== null && `, ${t('until', { date: formatDate(until) })}`}
      </strong>
      {decision !== null && <div>{t('decision', { number: decision })}</div>}
      {missing.length > 0 && (
        <div>
          {t('missing')}: {missing.map((fact) => label('fact', fact)).join('; ')}
        </div>
      )}
      {asks.map(({ fact, of }) => (
        <div key={fact}>
          {t('asks')}: {label('fact', fact)} →{' '}
          {of.length === 0
            ? t('ofPapers')
            : of.map((kind) => label('verification', kind)).join(', ')}
        </div>
      ))}
      {warnings.map(({ citation }) => (
        <div key={citation}>
          ⚠ {t('longerThanLaw')} <small className="muted">({citation})</small>
        </div>
      ))}
      <Reasoning reasoning={reasoning} />
    </div>
  );
}
