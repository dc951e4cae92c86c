import { DAY_MS, HOUR_MS, addDays, dateOf, type DateText, startOfDay } from '../instant.ts';

/**
 * The Vietnamese lunar calendar: months begin on the day of the new moon in UTC+7, the month of the
 * winter solstice is the eleventh, and of thirteen months between two solstices the first without a
 * major solar term is a leap month (rules as Hồ Ngọc Đức states them for Vietnam since 1968).
 *
 * New moon and longitude of the sun after J. Meeus, Astronomical Algorithms (1998), chapters 49 and
 * 25, good to a few minutes: enough until 2053, when a new moon falls close to midnight. Tables for
 * China differ, as Beijing counts in UTC+8.
 */
export interface LunarDate {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  /** Whether the month is the second of its number. */
  leap: boolean;
}

interface LunarMonth extends Omit<LunarDate, 'day'> {
  start: DateText;
}

const UNIX_EPOCH_JD = 2_440_587.5;
const J2000_JD = 2_451_545;
const WINTER_SOLSTICE = 9;

/** The lunar date of a date in Vietnam. */
export function lunarDateOf(date: DateText): LunarDate {
  const year = Number(date.slice(0, 4));
  const ended = date >= newMoonDate(eleventhMonth(year));
  const months = monthsBefore(ended ? year + 1 : year);
  const month = months.findLast(({ start }) => start <= date);
  if (month === undefined) throw new RangeError(`No lunar date is known for ${date}`);
  const day = Math.round((startOfDay(date) - startOfDay(month.start)) / DAY_MS) + 1;
  return { year: month.year, month: month.month, day, leap: month.leap };
}

/** A lunar date as people write it, such as `10/3` or `1/6 nhuận`. */
export function lunarText(date: DateText, leapWord: string): string {
  const { day, month, leap } = lunarDateOf(date);
  return `${day}/${month}${leap ? ` ${leapWord}` : ''}`;
}

/** The date on which a day of a lunar month, the leap one aside, falls in Vietnam. */
export function solarDateOf({ year, month, day }: Omit<LunarDate, 'leap'>): DateText {
  const months = monthsBefore(month >= 11 ? year + 1 : year);
  const found = months.find((known) => known.month === month && !known.leap);
  if (found === undefined) throw new RangeError(`Lunar year ${year} has no month ${month}`);
  return addDays(found.start, day - 1);
}

/** Months from the eleventh of the year before up to, not including, the eleventh of a lunar year. */
function monthsBefore(year: number): LunarMonth[] {
  const first = eleventhMonth(year - 1);
  const starts = Array.from({ length: eleventhMonth(year) - first + 1 }, (_, index) =>
    newMoonDate(first + index),
  );
  const count = starts.length - 1;
  const leapAt = count === 13 ? starts.findIndex((_, index) => hasNoTerm(starts, index)) : -1;
  return starts.slice(0, count).map((start, index) => {
    const number = leapAt >= 0 && index >= leapAt ? index - 1 : index;
    const month = ((number + 10) % 12) + 1;
    return { start, month, leap: index === leapAt, year: month >= 11 ? year - 1 : year };
  });
}

function hasNoTerm(starts: readonly DateText[], index: number): boolean {
  const [start, next] = [starts[index], starts[index + 1]];
  return (
    index > 0 && start !== undefined && next !== undefined && sectorOf(start) === sectorOf(next)
  );
}

/** Number of the new moon that begins the month of the winter solstice of a year. */
function eleventhMonth(year: number): number {
  const yearEnd = `${year}-12-31`;
  let moon =
    Math.floor((startOfDay(yearEnd) / DAY_MS + UNIX_EPOCH_JD - J2000_JD) / 29.530588861) + 1;
  while (newMoonDate(moon) > yearEnd) moon -= 1;
  return sectorOf(newMoonDate(moon)) >= WINTER_SOLSTICE ? moon - 1 : moon;
}

/** Twelfth of the ecliptic, 0 to 11 from the spring equinox, in which the sun stands as a date begins. */
function sectorOf(date: DateText): number {
  return Math.floor(sunLongitude(startOfDay(date) / DAY_MS + UNIX_EPOCH_JD) / 30);
}

/** Apparent longitude of the sun in degrees, 0 to 360 (Meeus ch. 25). */
function sunLongitude(julianDay: number): number {
  const t = (julianDay - J2000_JD) / 36_525;
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t ** 2;
  const anomaly = 357.52911 + 35_999.05029 * t - 0.0001537 * t ** 2;
  const centre =
    (1.914602 - 0.004817 * t - 0.000014 * t ** 2) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.000289 * sin(3 * anomaly);
  const apparent = mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
  return ((apparent % 360) + 360) % 360;
}

/** The date in Vietnam on which a new moon falls; number 0 is that of 6 January 2000 (Meeus ch. 49). */
function newMoonDate(k: number): DateText {
  const t = k / 1236.85;
  const mean = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t ** 2 - 0.00000015 * t ** 3;
  const e = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t ** 2;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t ** 2 + 0.00001238 * t ** 3;
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t ** 2 - 0.00000227 * t ** 3;
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t ** 2;
  const correction =
    -0.4072 * sin(moon) +
    0.17241 * e * sin(sun) +
    0.01608 * sin(2 * moon) +
    0.01039 * sin(2 * latitude) +
    0.00739 * e * sin(moon - sun) -
    0.00514 * e * sin(moon + sun) +
    0.00208 * e ** 2 * sin(2 * sun) -
    0.00111 * sin(moon - 2 * latitude) -
    0.00057 * sin(moon + 2 * latitude) +
    0.00056 * e * sin(2 * moon + sun) -
    0.00042 * sin(3 * moon) +
    0.00042 * e * sin(sun + 2 * latitude) +
    0.00038 * e * sin(sun - 2 * latitude) -
    0.00024 * e * sin(2 * moon - sun) -
    0.00017 * sin(node);
  const dynamical = (mean + correction - UNIX_EPOCH_JD) * DAY_MS;
  return dateOf(Math.round(dynamical - clockDifferenceMs(t * 100)));
}

/** Dynamical less civil time, `years` after 2000 (Espenak and Meeus, the polynomial of 2005 to 2050). */
function clockDifferenceMs(years: number): number {
  return (62.92 + 0.32217 * years + 0.005589 * years ** 2) * (HOUR_MS / 3600);
}

function sin(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}
