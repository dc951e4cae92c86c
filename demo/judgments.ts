import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { DraftEntry } from '../domain/acts.ts';
import type { ConvictionEntry } from '../domain/agencyMessage.ts';
import { addDays, type DateText, weekdayOf } from '../domain/instant.ts';
import { addYears, dayBetween } from './calendar.ts';
import type { Random } from './random.ts';

/** A judgment as the court has it: what agencies answer, and what a record needs beside. */
export interface Judgment {
  entry: ConvictionEntry;
  effectiveDate: DateText;
  /** Day on which the conviction counts as expunged by itself, or null when that is yet to come. */
  expungedOn: DateText | null;
}

/** Penalties with the months until they are served and the years to expungement (Penal Code Art. 70). */
const SUSPENDED = {
  text: '06 tháng tù, cho hưởng án treo, thời gian thử thách 12 tháng',
  months: 12,
  years: 1,
};
const REFORM = { text: '12 tháng cải tạo không giam giữ', months: 12, years: 1 };
const NINE_MONTHS = { text: '09 tháng tù', months: 9, years: 2 };
const EIGHTEEN_MONTHS = { text: '01 năm 06 tháng tù', months: 18, years: 2 };
const TWO_YEARS = { text: '02 năm 03 tháng tù', months: 27, years: 2 };

interface Usual {
  code: string;
  penalties: readonly (typeof SUSPENDED)[];
}

const LIGHT = [SUSPENDED, REFORM, NINE_MONTHS, EIGHTEEN_MONTHS];
/** Offences before ordinary courts, by code of data/offences.csv, with penalties their clause 1 allows. */
const USUAL: readonly Usual[] = [
  { code: 'BLHS2015-173', penalties: [...LIGHT, TWO_YEARS] },
  { code: 'BLHS2015-174', penalties: [...LIGHT, TWO_YEARS] },
  { code: 'BLHS2015-134', penalties: [...LIGHT, TWO_YEARS] },
  { code: 'BLHS2015-249', penalties: [EIGHTEEN_MONTHS, TWO_YEARS] },
  { code: 'BLHS2015-260', penalties: [REFORM, EIGHTEEN_MONTHS, TWO_YEARS] },
  { code: 'BLHS2015-318', penalties: LIGHT },
  { code: 'BLHS2015-321', penalties: LIGHT },
];
const USUAL_1999: readonly Usual[] = [
  { code: 'BLHS1999-138', penalties: [...LIGHT, TWO_YEARS] },
  { code: 'BLHS1999-104', penalties: [...LIGHT, TWO_YEARS] },
  { code: 'BLHS1999-248', penalties: LIGHT },
];

const CODE_2015_FROM = '2018-01-01';
const APPEAL_DAYS = 30;

/**
 * A judgment of a court against somebody, given between `from` and `to`, as seen on a day. The
 * offence is one of the penal code in force on the day of the judgment; synthetic throughout.
 */
export function makeJudgment(
  random: Random,
  facts: { court: string; from: DateText; to: DateText; onDate: DateText },
): Judgment {
  const judgmentDate = weekdayBefore(dayBetween(random, facts.from, facts.to));
  const under2015 = judgmentDate >= CODE_2015_FROM;
  const { code, penalties } = random.pick(under2015 ? USUAL : USUAL_1999);
  const { name, article } = offence(code);
  const penalty = random.pick(penalties);
  const effectiveDate = addDays(judgmentDate, APPEAL_DAYS);
  const servedOn = addDays(effectiveDate, Math.round(penalty.months * 30.4));
  const served = servedOn <= facts.onDate;
  const expungedOn = addYears(servedOn, penalty.years);
  const year = judgmentDate.slice(0, 4);
  const entry: ConvictionEntry = {
    judgmentNumber: `${random.int(3, 190)}/${year}/HSST`,
    judgmentDate,
    court: facts.court,
    offence: name,
    provision: `khoản 1 Điều ${article} Bộ luật Hình sự năm ${under2015 ? 2015 : 1999}`,
    penalty: penalty.text,
    executionStatus: served ? `Đã chấp hành xong ngày ${dayMonthYear(servedOn)}` : 'Đang chấp hành',
  };
  return { entry, effectiveDate, expungedOn: expungedOn <= facts.onDate ? expungedOn : null };
}

/** What the officer writes into the draft about judgments. */
export function draftEntries(judgments: readonly Judgment[]): DraftEntry[] {
  return judgments.map(({ entry, expungedOn }) => ({ ...entry, expungedOn }));
}

let offences: ReadonlyMap<string, { name: string; article: string }> | undefined;

function offence(code: string): { name: string; article: string } {
  offences ??= readOffences();
  const found = offences.get(code);
  if (!found) throw new Error(`data/offences.csv has no ${code}`);
  return found;
}

function readOffences(): ReadonlyMap<string, { name: string; article: string }> {
  const text = readFileSync(new URL('../data/offences.csv', import.meta.url), 'utf8');
  const rows = parse(text, { columns: true }) as Record<'code' | 'name' | 'article', string>[];
  return new Map(rows.map(({ code, name, article }) => [code, { name, article }]));
}

/** Courts do not sit on Saturdays and Sundays. */
function weekdayBefore(date: DateText): DateText {
  const weekday = weekdayOf(date);
  if (weekday === 0) return addDays(date, -2);
  return weekday === 6 ? addDays(date, -1) : date;
}

function dayMonthYear(date: DateText): string {
  return date.split('-').toReversed().join('/');
}
