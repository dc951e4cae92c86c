import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { ExplainedClock } from '../../../domain/case.ts';
import { formatInstant } from '../../pieces/format.ts';
import { Loading } from '../../pieces/Loading.tsx';
import { ProblemAlert } from '../../pieces/ProblemAlert.tsx';
import { TimeLeft } from '../../pieces/TimeLeft.tsx';
import { CaseContests, ContestClock } from './ContestClock.tsx';
import { DayStrip } from './DayStrip.tsx';
import { HeldBar } from './HeldBar.tsx';
import { useCaseTime } from './query.ts';

type Explained = z.infer<typeof ExplainedClock>;

/** The deadline passport: each clock, the legal ones first, day by day with its source of law; below, who held the time. */
export function TimeTab({ caseId }: { caseId: string }) {
  const { t } = useTranslation('officer');
  const { data, error, isPending, refetch } = useCaseTime(caseId);
  if (isPending) return <Loading />;
  if (data === undefined) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  const legalFirst = data.clocks.toSorted((a, b) => rankOf(a) - rankOf(b));
  return (
    <>
      {data.clocks.length === 0 && <p className="muted">{t('noDueDate')}</p>}
      {legalFirst.map((explained) => (
        <ClockBlock
          key={`${explained.clock.name} ${explained.clock.startedAt}`}
          caseId={caseId}
          explained={explained}
        />
      ))}
      <CaseContests caseId={caseId} />
      <HeldBar held={data.held} />
      <p className="muted">
        {t('calendar')}: {data.calendarVersion}
      </p>
    </>
  );
}

function rankOf({ clock }: Explained): number {
  return clock.effect === 'legal' ? 0 : 1;
}

function ClockBlock({ caseId, explained }: { caseId: string; explained: Explained }) {
  const { t } = useTranslation('officer');
  const { clock, amount, unit, days } = explained;
  const [kind] = clock.name.split(':');
  const name = t(`clock.${kind}`, { defaultValue: clock.name });
  return (
    <section aria-label={name} className="clock-block">
      <h3>
        {name} <Tag>{t(`effect.${clock.effect}`)}</Tag>
      </h3>
      <p>
        {t(`amount.${unit}`, { count: amount })} · {t('from')} {formatInstant(clock.startedAt)} ·{' '}
        {t('dueOn', { date: formatInstant(clock.dueAt) })} ·{' '}
        {clock.stoppedAt === null ? (
          <TimeLeft
            ms={clock.workingMsLeft}
            dueAt={clock.dueAt}
            paused={clock.pausedAt !== null}
            atRiskAt={clock.atRiskAt}
            roundTheClock={unit === 'hour'}
          />
        ) : (
          t('stoppedAt', { at: formatInstant(clock.stoppedAt) })
        )}
      </p>
      <p className="muted">
        {t('citation')}: {clock.citation} {!clock.verified && `(${t('unverified')})`}
      </p>
      <DayStrip days={days} unit={unit} name={name} />
      <ContestClock caseId={caseId} clock={clock.name} days={days} />
    </section>
  );
}
