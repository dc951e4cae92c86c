import { FilePdfOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeadlineExplanation } from '../../../domain/deadline.ts';
import { addressOf } from '../../api.ts';
import { DayStrip } from '../../pieces/DayStrip.tsx';
import { formatInstant } from '../../pieces/format.ts';
import { TimeLeft } from '../../pieces/TimeLeft.tsx';
import { ClockHistory } from './ClockHistory.tsx';
import { ContestClock } from './ContestClock.tsx';

interface ClockBlockProps {
  caseId: string;
  explanation: DeadlineExplanation;
}

/** One clock: its rule, what is used of it, what happened to it, and every day on a calendar strip. */
export function ClockBlock({ caseId, explanation }: ClockBlockProps) {
  const { t } = useTranslation('officer');
  const { clock, days, calendarVersion, forecast } = explanation;
  const [kind] = clock.name.split(':');
  const name = t(`clock.${kind}`, { defaultValue: clock.name });
  const page = `/cases/${caseId}/deadlines/${encodeURIComponent(clock.name)}/explanation.pdf`;
  return (
    <section aria-label={name} className="clock-block">
      <h3>
        {name} <Tag>{t(`effect.${clock.effect}`)}</Tag>
      </h3>
      <ClockFacts clock={clock} />
      <p className="muted">
        {t('citation')}: {clock.citation} {!clock.verified && `(${t('unverified')})`} ·{' '}
        {t('calendar')} {calendarVersion}: {t(forecast ? 'calendarForecast' : 'calendarConfirmed')}
      </p>
      <DayStrip days={days} unit={clock.unit} name={name} />
      <ClockHistory explanation={explanation} />
      <Button
        size="small"
        icon={<FilePdfOutlined aria-hidden />}
        href={addressOf(page)}
        target="_blank"
        rel="noreferrer"
        aria-label={`${t('printDeadline')}: ${name}`}
      >
        {t('printDeadline')}
      </Button>{' '}
      <ContestClock caseId={caseId} clock={clock.name} days={days} />
    </section>
  );
}

function ClockFacts({ clock }: Pick<DeadlineExplanation, 'clock'>) {
  const { t } = useTranslation('officer');
  const { amount, unit, consumed, runningSince, stoppedAt, pausedAt } = clock;
  const amountText = t(`amount.${unit}`, { count: amount });
  const used = Math.round(consumed * 10) / 10;
  return (
    <p>
      {t('from')} {formatInstant(clock.startedAt)} ·{' '}
      <strong>{t('dueOn', { date: formatInstant(clock.dueAt) })}</strong> ·{' '}
      {t('consumed', { used, amount: amountText })} ·{' '}
      {runningSince !== null && `${t('runningSince', { at: formatInstant(runningSince) })} · `}
      {stoppedAt === null ? (
        <TimeLeft
          ms={clock.workingMsLeft}
          dueAt={clock.dueAt}
          paused={pausedAt !== null}
          atRiskAt={clock.atRiskAt}
          roundTheClock={unit === 'hour'}
        />
      ) : (
        t('stoppedAt', { at: formatInstant(stoppedAt) })
      )}
    </p>
  );
}
