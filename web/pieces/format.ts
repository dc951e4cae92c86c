import { dateOf } from '../../domain/instant.ts';
import { formatDate } from '../../domain/writtenTime.ts';

export { formatDate, formatInstant } from '../../domain/writtenTime.ts';

/** Date part of an instant as `dd/MM/yyyy`, Vietnamese time. */
export function formatInstantDate(iso: string): string {
  return formatDate(dateOf(Date.parse(iso)));
}

/** Date part of an instant as `dd/MM`. */
export function formatShortDate(iso: string): string {
  return formatInstantDate(iso).slice(0, 5);
}

/** `YYYY-MM-DD` → its parts as a person types them, read back by {@link parseTypedDate}. */
export type DatePrecision = 'day' | 'month' | 'partial';

/**
 * What a person typed (`7/3/1990`, `07031990`, `3/1990`, `031990`, `1990`) as ISO text of the asked precision,
 * or null when it is not a date that exists.
 */
export function parseTypedDate(text: string, precision: DatePrecision): string | null {
  const digits = text.trim();
  const solid = (precision === 'month' ? /^(\d{2})(\d{4})$/ : /^(\d{2})(\d{2})(\d{4})$/).exec(
    digits,
  );
  const parts = solid ? solid.slice(1) : digits.split(/[/.\-\s]+/);
  if (parts.some((part) => !/^\d+$/.test(part))) return null;
  const [year = '', month, day] = parts.toReversed();
  const allowed = { day: [3], month: [2], partial: [1, 2, 3] }[precision];
  if (!allowed.includes(parts.length) || year.length !== 4) return null;
  const iso = [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  const whole = `${iso}-01-01`.slice(0, 10);
  const exists = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(exists.getTime()) && exists.toISOString().startsWith(whole) ? iso : null;
}

/** What a person typed as `7/3/2023 14:05`, Vietnamese time, as ISO text; null when it is no instant. */
export function parseTypedInstant(text: string): string | null {
  const [, day = '', time = ''] = /^(\S+)\s+([01]?\d|2[0-3]):[0-5]\d$/.exec(text.trim()) ?? [];
  const date = parseTypedDate(day, 'day');
  if (date === null || time === '') return null;
  const clock = text.trim().split(/\s+/)[1]?.padStart(5, '0');
  return `${date}T${clock}:00+07:00`;
}
