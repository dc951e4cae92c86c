import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '../../domain/case.ts';
import type { TransferStep } from '../../domain/flow/transferState.ts';
import { HeldBy } from '../pieces/CaseTable.tsx';
import { StepTag } from '../pieces/StepTag.tsx';
import { SubjectName } from '../pieces/SubjectName.tsx';
import { TimeLeft } from '../pieces/TimeLeft.tsx';
import { useUnitName } from '../pieces/units.ts';
import { useLabel } from '../words/index.ts';

/** The way of a record that is not returned. */
const WAY = [
  'ENTERED',
  'SENT',
  'RECEIVED',
  'CHECKED',
  'REVIEWED',
  'OFFICIALLY_UPDATED',
] as const satisfies readonly TransferStep[];

/** How far a record has come; while a difference is asked it stands where it was received. */
function placeOf(step: string): number {
  if (step === 'RETURNED') return 0;
  return WAY.findIndex((each) => each === (step === 'DIFFERENCE_ASKED' ? 'RECEIVED' : step));
}

/** Numbers, unit, step, the running term, and the way the record takes. */
export function TransferHead({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('records');
  const label = useLabel();
  const unitName = useUnitName();
  const { line, recordNumber, clocks } = detail;
  const running = clocks.find(({ stoppedAt }) => stoppedAt === null);
  const place = placeOf(line.step);
  return (
    <>
      <div className="records-head">
        <h1>
          <span className="case-number">{line.caseId}</span> ·{' '}
          <SubjectName name={line.subjectName} />
        </h1>
        <StepTag kind={line.kind} step={line.step} />
        {running !== undefined && line.closedAt === null && (
          <TimeLeft ms={running.workingMsLeft} dueAt={running.dueAt} atRiskAt={running.atRiskAt} />
        )}
      </div>
      <dl className="records-facts">
        <div>
          <dt>{t('page.recordNumber')}</dt>
          <dd className="case-number">{recordNumber ?? '–'}</dd>
        </div>
        <div>
          <dt>{t('page.unit')}</dt>
          <dd>{unitName(line.unit)}</dd>
        </div>
        {line.closedAt === null && (
          <div>
            <dt>{t('list.holder')}</dt>
            <dd>
              <HeldBy line={line} />
            </dd>
          </div>
        )}
      </dl>
      {place >= 0 && (
        <div role="group" aria-label={t('page.steps')}>
          <Steps
            size="small"
            className="records-steps"
            current={line.step === 'OFFICIALLY_UPDATED' ? WAY.length : place}
            status={line.step === 'RETURNED' ? 'error' : 'process'}
            items={WAY.map((step, index) => {
              const here = line.step === 'RETURNED' && index === 0 ? 'RETURNED' : step;
              return { title: label('step', here) };
            })}
          />
        </div>
      )}
    </>
  );
}
