import {
  ClockCircleOutlined,
  ExclamationCircleFilled,
  PauseCircleOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { DAY_MS, HOUR_MS } from '../../domain/instant.ts';
import { useBusinessNow } from '../facts.ts';
import { AMBER, LATE, MUTED } from '../theme.ts';
import { formatInstant, formatShortDate } from './format.ts';
import { officeMsUntil } from './officeTime.ts';

const OFFICE_DAY_MS = 8 * HOUR_MS;

export interface TimeLeftProps {
  /** Office-hours milliseconds left as the API counted them, negative when late; counted here when absent. */
  ms?: number | undefined;
  /** Due instant (ISO); null shows that no term runs yet. */
  dueAt: string | null;
  paused?: boolean;
  /** From this instant on the term is at risk. */
  atRiskAt?: string | null;
  /** For terms in hours, which run day and night: counted and said in plain time. */
  roundTheClock?: boolean;
}

/** An amount of time in its two largest parts: "2 ngày 5 giờ", "5 giờ", "45 phút"; an office day has 8 hours. */
export function useAmount(): (ms: number, dayMs?: number) => string {
  const { t } = useTranslation();
  return (ms, dayMs = OFFICE_DAY_MS) => {
    const amount = Math.abs(ms);
    const days = Math.floor(amount / dayMs);
    const hours = Math.floor((amount % dayMs) / HOUR_MS);
    const minutes = Math.floor((amount % HOUR_MS) / 60_000);
    const parts = [
      days > 0 && t('days', { count: days }),
      hours > 0 && t('hours', { count: hours }),
      days === 0 && hours === 0 && minutes > 0 && t('minutes', { count: minutes }),
    ].filter((part) => part !== false);
    return parts.length === 0 ? t('lessThanMinute') : parts.join(' ');
  };
}

/** "còn 2 ngày 5 giờ · 14/02": office time left and the due date, by icon and words, never by colour alone. */
export function TimeLeft(props: TimeLeftProps) {
  const { ms, dueAt, paused = false, atRiskAt = null, roundTheClock = false } = props;
  const { t } = useTranslation();
  const amountOf = useAmount();
  const now = useBusinessNow();
  if (dueAt === null) return <span style={{ color: MUTED }}>{t('noDueDate')}</span>;
  const due = Date.parse(dueAt);
  const left = ms ?? (roundTheClock ? due - now : officeMsUntil(now, due));
  const late = left === null ? due < now : left < 0;
  const atRisk = atRiskAt !== null && Date.parse(atRiskAt) <= now;
  const state = paused ? 'paused' : late ? 'late' : atRisk ? 'atRisk' : 'onTime';
  const amount =
    left === null
      ? ''
      : t(late ? 'lateBy' : 'left', {
          amount: amountOf(left, roundTheClock ? DAY_MS : OFFICE_DAY_MS),
        });
  const said = paused ? t('pausedClock') : amount;
  return (
    <span
      className="time-left"
      style={{ color: COLOURS[state] }}
      title={[t('dueOn', { date: formatInstant(dueAt) }), roundTheClock ? '' : t('inOfficeTime')]
        .filter(Boolean)
        .join(', ')}
    >
      {ICONS[state]} {said} · {formatShortDate(dueAt)}
      {state === 'atRisk' && <span className="only-spoken"> ({t('atRisk')})</span>}
    </span>
  );
}

const COLOURS = { paused: MUTED, late: LATE, atRisk: AMBER, onTime: undefined } as const;
const ICONS = {
  paused: <PauseCircleOutlined aria-hidden />,
  late: <ExclamationCircleFilled aria-hidden />,
  atRisk: <WarningFilled aria-hidden />,
  onTime: <ClockCircleOutlined aria-hidden />,
} as const;
