import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reconciliation } from '../../domain/exchange/reconciliation.ts';
import { addressOf } from '../api.ts';
import { formatInstant } from '../pieces/format.ts';
import { StepTag } from '../pieces/StepTag.tsx';
import { useUnitName } from '../pieces/units.ts';
import { UnverifiedMark } from '../pieces/UnverifiedMark.tsx';
import { ProgressLine } from './ProgressLine.tsx';
import { useSpanName } from './usePeriodName.ts';

/** What is compared with what, under which provision, and how far it is. */
export function RunHead({ run }: { run: Reconciliation }) {
  const { t } = useTranslation('reconciliation');
  const unitName = useUnitName();
  const spanName = useSpanName();
  const { caseId, step, unit, supplierName, supplierKind, rule } = run;
  const counterpart =
    supplierName === null
      ? t('counterpart.CENTRE')
      : `${supplierName} (${t(`supplierKind.${supplierKind}`)})`;
  const facts: [string, ReactNode][] = [
    [t('unit'), unitName(unit)],
    [t('counterpart'), counterpart],
    [t('period'), spanName(run)],
    [
      t('basis'),
      rule === null ? (
        t('byHand')
      ) : (
        <>
          {rule.citation} <UnverifiedMark verified={rule.verified} />
        </>
      ),
    ],
    [t('begun'), `${formatInstant(run.at)} · ${run.startedBy ?? t('byCalendar')}`],
    [t('counts'), <Counts key="counts" run={run} />],
    [t('differences'), <ProgressLine key="progress" run={run} />],
  ];
  // The quarter that the calendar names is when it is compared, not what.
  if (supplierKind === null && rule !== null) facts.push([t('scope'), t('wholeBooks')]);
  if (run.endedAt !== null) {
    facts.push([t('ended'), `${formatInstant(run.endedAt)} · ${run.endedBy ?? ''}`]);
  }
  return (
    <>
      <div className="reconciliation-head">
        <h1>
          <span className="case-number">{caseId}</span>
        </h1>
        <StepTag kind="RECONCILIATION" step={step} />
        <a
          className="list-end"
          href={addressOf(`/exchange/reconciliations/${caseId}/minutes.pdf`)}
          target="_blank"
          rel="noreferrer"
        >
          {t(step === 'RECONCILED' ? 'minutes' : 'minutesDraft')}
        </a>
      </div>
      <dl className="records-record">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Counts({ run: { hereCount, thereCount } }: { run: Reconciliation }) {
  const { t } = useTranslation('reconciliation');
  if (hereCount === null || thereCount === null) return <>{t('notCompared')}</>;
  return <>{t('countsOf', { here: hereCount, there: thereCount })}</>;
}
