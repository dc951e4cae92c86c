import { addDays, type DateText, isWeekend, weekdayOf } from '../instant.ts';
import type { CalendarDay } from './calendar.ts';
import { lunarDateOf, solarDateOf } from './lunar.ts';

const CODE = 'Bộ luật Lao động 2019';
/** Two National Day holidays and five of Tết are the law since then. */
const FIRST_YEAR = 2021;
const CULTURE_DAY_SINCE = 2026;
const TET = 'Tết Âm lịch';

type Named = Pick<CalendarDay, 'nameVi' | 'nameEn'>;

/**
 * The exceptional dates of a year for which no decree is out yet, by date: statutory holidays, and
 * rest days that compensate those on a weekend (Labour Code 2019 Art. 112.1, 111.3). Days that the
 * code itself dates are `confirmed`; those the yearly decree chooses, and what hangs on them, are a
 * forecast. Swaps with Saturdays cannot be foreseen.
 *
 * Throws RangeError before 2021, when the code came into force.
 */
export function forecastYear(year: number): CalendarDay[] {
  if (!Number.isInteger(year) || year < FIRST_YEAR) {
    throw new RangeError(`The Labour Code 2019 says nothing of ${year}`);
  }
  const holidays = holidaysOf(year).toSorted(byDate);
  return [...holidays, ...compensationsOf(holidays)].toSorted(byDate);
}

function holidaysOf(year: number): CalendarDay[] {
  const culture = `${CODE}, Điều 112 (sửa đổi); Nghị quyết 80-NQ/TW: luật sửa đổi chưa đối chiếu`;
  return [
    fixed(`${year}-01-01`, 'Tết Dương lịch', "New Year's Day", 'a'),
    ...tetOf(year),
    fixed(
      solarDateOf({ year, month: 3, day: 10 }),
      'Giỗ Tổ Hùng Vương',
      "Hung Kings' Commemoration Day",
      'e',
    ),
    fixed(`${year}-04-30`, 'Ngày Chiến thắng 30/4', 'Reunification Day', 'c'),
    fixed(`${year}-05-01`, 'Ngày Quốc tế Lao động', 'International Labour Day', 'd'),
    fixed(`${year}-09-02`, 'Quốc khánh', 'National Day', 'đ'),
    forecast(
      besideNationalDay(year),
      { nameVi: 'Quốc khánh (ngày liền kề)', nameEn: 'National Day (adjacent day)' },
      `${CODE}, Điều 112.1.đ, 112.3 (dự báo)`,
    ),
    ...(year < CULTURE_DAY_SINCE
      ? []
      : [
          forecast(
            `${year}-11-24`,
            { nameVi: 'Ngày Văn hóa Việt Nam', nameEn: 'Vietnam Culture Day' },
            culture,
          ),
        ]),
  ];
}

/** Five days, two of them before the new year, or one where it is a Tuesday: so the decrees since 2019. */
function tetOf(year: number): CalendarDay[] {
  const newYear = solarDateOf({ year, month: 1, day: 1 });
  const daysBefore = weekdayOf(newYear) === 2 ? 1 : 2;
  return [0, 1, 2, 3, 4].map((index) => {
    const date = addDays(newYear, index - daysBefore);
    const { month, day } = lunarDateOf(date);
    const name =
      month === 1
        ? { nameVi: `${TET} (mùng ${day} tháng Giêng)`, nameEn: inEnglish(day, 'first') }
        : { nameVi: `${TET} (${day} tháng Chạp)`, nameEn: inEnglish(day, 'twelfth') };
    return forecast(date, name, `${CODE}, Điều 112.1.b, 112.3 (dự báo)`);
  });
}

function inEnglish(day: number, month: string): string {
  return `Lunar New Year (day ${day} of the ${month} month)`;
}

/** The day before or after 2 September, whichever makes the longer rest with the weekend. */
function besideNationalDay(year: number): DateText {
  const date = `${year}-09-02`;
  const after = [0, 1, 4].includes(weekdayOf(date));
  return addDays(date, after ? 1 : -1);
}

/** The next working day for every holiday on a weekend (Art. 111.3), none twice. */
function compensationsOf(holidays: readonly CalendarDay[]): CalendarDay[] {
  const taken = new Set(holidays.map(({ date }) => date));
  return holidays
    .filter(({ date }) => isWeekend(date))
    .map((holiday) => {
      let date = holiday.date;
      while (isWeekend(date) || taken.has(date)) date = addDays(date, 1);
      taken.add(date);
      const { nameVi, nameEn } = unnumbered(holiday);
      const names = { nameVi: `Nghỉ bù ${nameVi}`, nameEn: `${nameEn} (compensatory day)` };
      const source = `${CODE}, Điều 111.3 (dự báo)`;
      return { ...forecast(date, names, source), kind: 'compensation' };
    });
}

/** A holiday's name without the bracket that tells its days apart. */
function unnumbered({ nameVi, nameEn }: Named): Named {
  return { nameVi: nameVi.replace(/ \(.*\)$/u, ''), nameEn: nameEn.replace(/ \(.*\)$/u, '') };
}

function fixed(date: DateText, nameVi: string, nameEn: string, point: string): CalendarDay {
  const source = `${CODE}, Điều 112.1.${point}`;
  return { date, kind: 'holiday', nameVi, nameEn, confirmed: true, source };
}

function forecast(date: DateText, name: Named, source: string): CalendarDay {
  return { date, kind: 'holiday', ...name, confirmed: false, source };
}

function byDate(a: CalendarDay, b: CalendarDay): number {
  return a.date < b.date ? -1 : 1;
}
