import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { DraftEntry } from '../domain/acts.ts';
import type { ConvictionEntry } from '../domain/agencyMessage.ts';
import { addDays, type DateText } from '../domain/instant.ts';
import { addYears, dayBetween } from './calendar.ts';
import type { Random } from './random.ts';

/** A judgment as the court has it: what agencies answer, and what a record needs beside. */
export interface Judgment {
  entry: ConvictionEntry;
  effectiveDate: DateText;
  /** Day on which the conviction counts as expunged by itself, or null when that is yet to come. */
  expungedOn: DateText | null;
}

/** Offences before ordinary courts, by code of data/offences.csv, with the clauses common there. */
const USUAL: readonly { code: string; clauses: readonly number[] }[] = [
  { code: 'BLHS2015-173', clauses: [1, 2] },
  { code: 'BLHS2015-174', clauses: [1, 2] },
  { code: 'BLHS2015-134', clauses: [1, 2] },
  { code: 'BLHS2015-249', clauses: [1] },
  { code: 'BLHS2015-260', clauses: [1] },
  { code: 'BLHS2015-318', clauses: [1, 2] },
  { code: 'BLHS2015-321', clauses: [1] },
];
const USUAL_1999: typeof USUAL = [
  { code: 'BLHS1999-138', clauses: [1, 2] },
  { code: 'BLHS1999-104', clauses: [1, 2] },
  { code: 'BLHS1999-248', clauses: [1] },
];

/** Penalties with the months until they are served and the years to expungement (Penal Code Art. 70). */
const PENALTIES = [
  { text: '06 tháng tù, cho hưởng án treo, thời gian thử thách 12 tháng', months: 12, years: 1 },
  { text: '12 tháng cải tạo không giam giữ', months: 12, years: 1 },
  { text: '09 tháng tù', months: 9, years: 2 },
  { text: '01 năm 06 tháng tù', months: 18, years: 2 },
  { text: '02 năm 03 tháng tù', months: 27, years: 2 },
] as const;

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
  const judgmentDate = dayBetween(random, facts.from, facts.to);
  const under2015 = judgmentDate >= CODE_2015_FROM;
  const { code, clauses } = random.pick(under2015 ? USUAL : USUAL_1999);
  const { name, article } = offence(code);
  const penalty = random.pick(PENALTIES);
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
    provision: `khoản ${random.pick(clauses)} Điều ${article} Bộ luật Hình sự năm ${under2015 ? 2015 : 1999}`,
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

function dayMonthYear(date: DateText): string {
  return date.split('-').toReversed().join('/');
}
