import { longDate } from '../domain/certificateWording.ts';
import type { Budget, TermUnit } from '../domain/clock/law.ts';
import { dateOf, HOUR_MS, type InstantMs, timeOfDayMs } from '../domain/instant.ts';
import type { OfficeNames } from '../domain/law/officePapers.ts';
import type { Masthead } from './sheet.ts';
import { groupedDigits } from '../domain/wording/groupedDigits.ts';

const MINUTE_MS = 60_000;

/** Line at the foot of every paper a demonstration prints. */
export const DEMONSTRATION_NOTE = 'Bản trình diễn – không có giá trị pháp lý';

/** A date `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as `2015`, `04/2015` or `06/04/2015`. */
export function shortDate(date: string): string {
  return date.split('-').toReversed().join('/');
}

/** An instant in Vietnam as `14 giờ 05 phút, ngày 06 tháng 4 năm 2015`. */
export function longInstant(instant: InstantMs): string {
  const timeMs = timeOfDayMs(instant);
  const hours = twoDigits(Math.floor(timeMs / HOUR_MS));
  const minutes = twoDigits(Math.floor((timeMs % HOUR_MS) / MINUTE_MS));
  return `${hours} giờ ${minutes} phút, ${longDate(dateOf(instant))}`;
}

/** Whole đồng as `200.000 đồng`. */
export function amountText(amountVnd: number): string {
  return `${groupedDigits(amountVnd, '.')} đồng`;
}

const UNITS: Record<TermUnit, string> = {
  calendarDay: 'ngày',
  workingDay: 'ngày làm việc',
  workingHour: 'giờ làm việc',
  hour: 'giờ',
};

/** A term as `10 ngày làm việc`. */
export function termText({ amount, unit }: Budget): string {
  return `${amount} ${UNITS[unit]}`;
}

/** Head of an official paper of an office (NĐ 30/2020/NĐ-CP, annex I). `dated` null leaves blanks. */
export function mastheadOf(
  letterhead: OfficeNames,
  numberLine: string,
  dated: InstantMs | null,
): Masthead {
  const date = dated === null ? 'ngày …… tháng …… năm ………' : longDate(dateOf(dated));
  return {
    superior: letterhead.superior?.toUpperCase() ?? null,
    issuer: letterhead.name.toUpperCase(),
    numberLine,
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    dateLine: `${letterhead.place}, ${date}`,
  };
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
