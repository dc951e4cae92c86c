import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { DraftEntry } from '../domain/acts.ts';
import type { ConvictionEntry } from '../domain/agencyMessage.ts';
import { evaluate } from '../domain/conviction/evaluate.ts';
import { ExpungementFile, type ExpungementLaws, lawsOf } from '../domain/conviction/law.ts';
import { NOTHING_KNOWN } from '../domain/conviction/reading.ts';
import { addDays, type DateText, weekdayOf } from '../domain/instant.ts';
import { dayBetween } from './calendar.ts';
import type { Random } from './random.ts';

/** A judgment as the court has it: what agencies answer, and what a record needs beside. */
export interface Judgment {
  entry: ConvictionEntry;
  effectiveDate: DateText;
  /** Day on which the conviction counts as expunged by itself, or null when that is yet to come. */
  expungedOn: DateText | null;
}

/** Penalties with the months of the term and the months until it, or the probation, is over. */
interface Penalty {
  text: string;
  kind: 'SUSPENDED' | 'NON_CUSTODIAL' | 'PRISON';
  term: number;
  months: number;
}
const SUSPENDED: Penalty = {
  text: '06 tháng tù, cho hưởng án treo, thời gian thử thách 12 tháng',
  kind: 'SUSPENDED',
  term: 6,
  months: 12,
};
const REFORM: Penalty = {
  text: '12 tháng cải tạo không giam giữ',
  kind: 'NON_CUSTODIAL',
  term: 12,
  months: 12,
};
const NINE_MONTHS = prison('09 tháng tù', 9);
const EIGHTEEN_MONTHS = prison('01 năm 06 tháng tù', 18);
const TWO_YEARS = prison('02 năm 03 tháng tù', 27);

function prison(text: string, months: number): Penalty {
  return { text, kind: 'PRISON', term: months, months };
}

interface Usual {
  code: string;
  penalties: readonly Penalty[];
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
  const details = detailsOf({ code, article, penalty, effectiveDate, servedOn, served });
  const told = { ...entry, details: { ...details, offenceDate: addDays(judgmentDate, -120) } };
  return { entry: told, effectiveDate, expungedOn: expungedOn(told, facts.onDate) };
}

interface Served {
  code: string;
  article: string;
  penalty: Penalty;
  effectiveDate: DateText;
  servedOn: DateText;
  served: boolean;
}

/** The same as an evaluation reads it: an adult's intentional offence, nothing owed, no new crime. */
function detailsOf({ code, article, penalty, effectiveDate, servedOn, served }: Served) {
  const { kind, term } = penalty;
  const suspended = kind === 'SUSPENDED';
  const offence = {
    code,
    penalCode: code.startsWith('BLHS2015') ? ('2015' as const) : ('1999' as const),
    article: Number(article),
    clause: 1,
  };
  return {
    ...NOTHING_KNOWN,
    effectiveDate,
    offences: [offence],
    ageClass: 'ADULT' as const,
    fault: 'INTENTIONAL' as const,
    severity: 'LESS_SERIOUS' as const,
    principal: {
      kind,
      months: term,
      execution: served
        ? { state: 'DONE' as const, on: servedOn }
        : { state: 'NOT_DONE' as const, on: null },
      probationEnd: suspended ? servedOn : null,
    },
    newCrime: 'NONE' as const,
  };
}

/** As the rules have it on a day; scripted people decide no otherwise. */
function expungedOn(entry: ConvictionEntry, onDate: DateText): DateText | null {
  laws ??= readLaws();
  const of = { onDate, birthDate: '1900', foreigner: false };
  return evaluate([entry], laws, of).entries[0]?.expungedOn ?? null;
}

let laws: ExpungementLaws | undefined;

function readLaws(): ExpungementLaws {
  const folder = new URL('../data/expungement/', import.meta.url);
  const files = readdirSync(folder).map((name) =>
    ExpungementFile.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
  );
  const read = lawsOf(files);
  if ('fault' in read) throw new Error(`data/expungement: ${read.id} ${read.fault}`);
  return read;
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
