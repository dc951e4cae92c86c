import { CheckOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseLine } from '../../../domain/case.ts';
import type { ApplicationStep } from '../../../domain/flow/applicationState.ts';
import { useLabel } from '../../words/index.ts';

const STAGES: readonly ApplicationStep[] = [
  'SUBMITTED',
  'ACCEPTED',
  'VERIFYING',
  'EVALUATING',
  'CHECKING',
  'SIGNING',
  'ISSUING',
  'DELIVERING',
  'CLOSED',
];
const ENDS: readonly string[] = ['REFUSED', 'WITHDRAWN', 'LAPSED', 'CANCELLED'];

/** Where on the usual way a step lies; a supplement interrupts it before or after acceptance. */
function stageOf({ step, legalDueAt }: CaseLine): number {
  if (step === 'POSTED') return STAGES.indexOf('DELIVERING');
  if (step === 'SUPPLEMENT_REQUESTED') return legalDueAt === null ? 0 : STAGES.indexOf('ACCEPTED');
  return STAGES.findIndex((stage) => stage === step);
}

/** The usual way of an application and where this one stands; on a narrow screen only "3/9". */
export function Stepper({ line }: { line: CaseLine }) {
  const { t } = useTranslation('officer');
  const label = useLabel();
  if (ENDS.includes(line.step)) {
    return <Alert type="info" showIcon title={t('ended', { how: label('step', line.step) })} />;
  }
  const at = stageOf(line);
  return (
    <ol className="stepper" aria-label={t('stages')}>
      {STAGES.map((stage, index) => {
        const done = index < at || line.step === 'CLOSED';
        const here = index === at && !done;
        return (
          <li
            key={stage}
            className={done ? 'done' : here ? 'here' : 'ahead'}
            aria-current={here ? 'step' : undefined}
          >
            <span className="stepper-mark" aria-hidden>
              {done ? <CheckOutlined /> : index + 1}
            </span>
            {label('step', here ? line.step : stage)}
            <span className="stepper-count">
              {index + 1}/{STAGES.length}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
