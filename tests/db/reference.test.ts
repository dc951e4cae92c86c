import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { CALENDAR_VERSION, loadReference } from '../../db/reference.ts';
import { ReferenceRefused } from '../../db/referenceFiles.ts';
import { RuleSet } from '../../domain/law/ruleSet.ts';
import { ownDatabase } from '../support/ownDatabase.ts';

const SHIPPED = new URL('../../data/', import.meta.url).pathname;
const TABLES = ['holidays-vn.csv', 'provinces.csv', 'courts-police.csv', 'offences.csv'];
const FOLDERS = ['rule-sets', 'calendar-overlays', 'expungement', 'supply', 'identity', 'quality'];
const NEEDED = [...FOLDERS, ...TABLES];

const db = ownDatabase();
let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'lltp-reference-'));
  for (const name of NEEDED) await cp(join(SHIPPED, name), join(data, name), { recursive: true });
});
afterEach(() => rm(data, { recursive: true }));

const load = (version?: string): Promise<void> => loadReference(db.owner, data, version);

// oxlint-disable-next-line typescript/no-explicit-any
type Json = any;

async function change(file: string, by: (content: Json) => void): Promise<void> {
  const content = JSON.parse(await readFile(join(data, file), 'utf8'));
  by(content);
  await writeFile(join(data, file), JSON.stringify(content));
}

async function replaceIn(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(data, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(data, file), text.replace(from, to));
}

async function refusal(): Promise<string> {
  const error = await load().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ReferenceRefused);
  return (error as ReferenceRefused).message;
}

async function known() {
  const { rows } = await db.owner.query(
    `SELECT (SELECT count(*) FROM rule_sets) AS rules, (SELECT count(*) FROM calendars) AS calendars,
       (SELECT count(*) FROM calendar_overlays) AS overlays, (SELECT count(*) FROM provinces) AS provinces,
       (SELECT body #>> '{terms,police,amount}' FROM rule_sets WHERE id = 'B') AS police`,
  );
  return rows[0];
}

test('what ships is in a new database, and loading it again changes nothing', async () => {
  const before = await known();
  expect(before).toEqual({
    rules: '4',
    calendars: '1',
    overlays: '1',
    provinces: '97',
    police: '5',
  });
  await load();
  expect(await known()).toEqual(before);
});

test.each<[what: string, spoil: () => Promise<void>, sentence: string]>([
  [
    'a rule set that is not JSON',
    () => replaceIn('rule-sets/C.json', '"id": "C",', '"id": "C"'),
    'data/rule-sets/C.json: is not JSON',
  ],
  [
    'a term counted by a calendar that nobody publishes',
    () => change('rule-sets/C.json', ({ terms }) => void (terms.police.calendar = 'STP-99')),
    'data/rule-sets/C.json: terms.police.calendar: STP-99 is no calendar; known are national, STP-79',
  ],
  [
    'a value without citation',
    () => change('rule-sets/A.json', ({ regimes }) => void delete regimes.SIMPLE.citation),
    'data/rule-sets/A.json: regimes.SIMPLE.citation: ',
  ],
  [
    'no validity',
    () => change('rule-sets/D.json', (rules) => void delete rules.validFrom),
    'data/rule-sets/D.json: validFrom: ',
  ],
  [
    'overlapping validity',
    () => change('rule-sets/C.json', (rules) => void (rules.validFrom = '2025-02-28')),
    'data/rule-sets/C.json: validFrom: overlaps B, valid from 2016-01-01 to 2025-02-28',
  ],
  [
    'days without law',
    () => change('rule-sets/C.json', (rules) => void (rules.validFrom = '2025-03-02')),
    'data/rule-sets/C.json: validFrom: leaves days without law since B, valid to 2025-02-28',
  ],
  [
    'an end of all law',
    () => change('rule-sets/D.json', (rules) => void (rules.validTo = '2027-12-31')),
    'data/rule-sets/D.json: validTo: no rule set follows D after 2027-12-31',
  ],
  [
    'the same id twice',
    () => cp(join(data, 'rule-sets/B.json'), join(data, 'rule-sets/E.json')),
    'data/rule-sets/E.json: id: B names two rule sets',
  ],
  [
    'no rule sets',
    async () => {
      for (const id of ['A', 'B', 'C', 'D']) await rm(join(data, `rule-sets/${id}.json`));
    },
    'data/rule-sets: has no files',
  ],
  [
    'a holiday that is not a date',
    () => replaceIn('holidays-vn.csv', '2027-02-06,Sat', '2027-02-30,Sat'),
    'data/holidays-vn.csv: line 182, date: Invalid ISO date',
  ],
  [
    'a weekday that is not the date’s',
    () => replaceIn('holidays-vn.csv', '2027-02-06,Sat', '2027-02-06,Sun'),
    'data/holidays-vn.csv: line 182, weekday: is not the weekday of the date',
  ],
  [
    'a make-up on a working day',
    () => replaceIn('holidays-vn.csv', '2027-01-01,Fri,holiday', '2027-01-01,Fri,makeup_working'),
    'data/holidays-vn.csv: line 179, date: is a working day already',
  ],
  [
    'a closure that is not a date',
    () =>
      change('calendar-overlays/STP-79.json', (overlay) => {
        const names = { nameVi: 'Nghỉ', nameEn: 'Closed', confirmed: true, source: 'x' };
        overlay.closures.push({ date: '31/12/2026', ...names });
      }),
    'data/calendar-overlays/STP-79.json: closures.0.date: Invalid ISO date',
  ],
  [
    'office hours out of order',
    () =>
      change('calendar-overlays/STP-79.json', (overlay) => {
        overlay.hours.weekly.Mon = [
          { opens: '13:00', closes: '17:00' },
          { opens: '07:30', closes: '11:30' },
        ];
      }),
    'data/calendar-overlays/STP-79.json: hours.weekly.Mon.1: is empty or out of order',
  ],
  [
    'the same overlay twice',
    () =>
      cp(join(data, 'calendar-overlays/STP-79.json'), join(data, 'calendar-overlays/again.json')),
    'data/calendar-overlays/again.json: version: STP-79-2023 names two overlays',
  ],
])(
  '%s is refused with file, place and reason, and nothing is loaded',
  async (_, spoil, sentence) => {
    const before = await known();
    await spoil();
    const said = await refusal();
    expect(said.slice(0, sentence.length)).toBe(sentence);
    expect(said).not.toContain('\n');
    expect(await known()).toEqual(before);
  },
);

test('a published rule set keeps its terms; what explains them is completed', async () => {
  await change('rule-sets/B.json', ({ terms }) => void (terms.police.verified = true));
  await load();
  const verified = `SELECT body #>> '{terms,police,verified}' AS verified FROM rule_sets WHERE id = 'B'`;
  expect((await db.owner.query(verified)).rows[0]).toEqual({ verified: 'true' });
  await change('rule-sets/B.json', ({ terms }) => {
    terms.police.amount = 7;
    terms.police.verified = false;
  });
  await load();
  expect(await known()).toMatchObject({ police: '5' });
  expect((await db.owner.query(verified)).rows[0]).toEqual({ verified: 'true' });
});

test.each<[what: string, file: string, by: (rules: Json) => void, kept: string]>([
  ['rung', 'B', ({ ladder }) => void (ladder[0].when = { fraction: 0.5 }), '{ladder,0,when}'],
  ['pause', 'B', ({ pauses }) => void (pauses[0].terms = ['police']), '{pauses,0,terms}'],
  ['extension', 'B', ({ extensions }) => void (extensions[0].to.amount = 30), '{extensions,0,to}'],
  [
    'further term',
    'D',
    ({ furtherTerms }) => void (furtherTerms[0].amount += 1),
    '{furtherTerms,0,amount}',
  ],
])('a published rule set keeps its %s', async (_, file, by, place) => {
  const read = async () => {
    const text = `SELECT body #>> $2 AS value FROM rule_sets WHERE id = $1`;
    return (await db.owner.query(text, [file, place])).rows[0];
  };
  const before = await read();
  expect(before.value).not.toBeNull();
  await change(`rule-sets/${file}.json`, by);
  await load();
  expect(await read()).toEqual(before);
});

test('a section that a published rule set lacks is brought to it', async () => {
  await db.owner.query(`UPDATE rule_sets SET body = body - 'ladder' || '{"atRiskFraction": 0.7}'`);
  await load();
  const without = `SELECT FROM rule_sets WHERE NOT body ? 'ladder'`;
  expect((await db.owner.query(without)).rowCount).toBe(0);
});

test('a rule set in a shape that nobody reads any more is replaced', async () => {
  const lacking = `body - 'regimes' - 'furtherTerms'`;
  await db.owner.query(`UPDATE rule_sets SET body = ${lacking} WHERE id = 'B'`);
  await load();
  const { rows } = await db.owner.query(`SELECT body FROM rule_sets WHERE id = 'B'`);
  expect(RuleSet.parse(rows[0]?.body).id).toBe('B');
});

test('a published calendar is left alone', async () => {
  await replaceIn('holidays-vn.csv', '2027-02-06,Sat,holiday,Tết', '2027-02-06,Sat,holiday,Khác');
  await load();
  const { rows } = await db.owner.query('SELECT version, body::text AS body FROM calendars');
  expect(rows).toHaveLength(1);
  expect(rows[0].version).toBe(CALENDAR_VERSION);
  expect(rows[0].body).not.toContain('Khác');
});

test('a new table is refused while it lacks a day off that was published in the application', async () => {
  const off = { date: '2027-03-05', kind: 'swap_off', nameVi: 'Nghỉ hoán đổi', nameEn: 'Swapped' };
  const days = [{ ...off, confirmed: true, source: 'Thông báo thử' }];
  await db.owner.query(
    `INSERT INTO calendars (version, base, published_at, body)
     SELECT 'drafted', version, now() + interval '1 second',
       body || jsonb_build_object('version', 'drafted', 'days', body -> 'days' || $1::jsonb)
     FROM calendars`,
    [JSON.stringify(days)],
  );
  await load();
  const error = await load('vn-next').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ReferenceRefused);
  expect((error as Error).message).toBe(
    'data/holidays-vn.csv: vn-next takes back 2027-03-05, published in the application as drafted; bring the table up to it',
  );
  const row = '2027-03-05,Fri,swap_off,Nghỉ hoán đổi,Swapped day off,true,Thông báo thử\n';
  await appendFile(join(data, 'holidays-vn.csv'), row);
  await load('vn-next');
  const { rows } = await db.owner.query(`SELECT base FROM calendars WHERE version = 'vn-next'`);
  expect(rows).toEqual([{ base: null }]);
});
