import { addDays, type DateText } from '../instant.ts';
import type { CalendarVersion } from './calendar.ts';

/** A case of today may need so many months of calendar; with less published, administrators are told. */
export const HORIZON_MONTHS = 12;

/** How far a calendar reaches, seen from a date. */
export interface Horizon {
  /** Last date that is published, forecasts included. */
  publishedTo: DateText;
  /** Last date before the first one that is only a forecast. */
  confirmedTo: DateText;
  /** Whole months from the date to `publishedTo`; negative when it is past. */
  monthsLeft: number;
  /** Whether fewer than {@link HORIZON_MONTHS} months are left. */
  short: boolean;
}

/** How far a calendar reaches, seen from a date. */
export function horizonOf({ days, to }: CalendarVersion, today: DateText): Horizon {
  const forecast = days.find(({ confirmed, date }) => !confirmed && date >= today);
  const confirmedTo = forecast === undefined ? to : addDays(forecast.date, -1);
  const monthsLeft = monthsBetween(today, to);
  return { publishedTo: to, confirmedTo, monthsLeft, short: monthsLeft < HORIZON_MONTHS };
}

function monthsBetween(from: DateText, to: DateText): number {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0);
}
