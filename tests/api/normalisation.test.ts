import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as z from 'zod';
import { sql } from '../../db/sql.ts';
import { openOffice, type Office } from '../support/office.ts';
import type { Person } from '../support/person.ts';
import { aRecord, HANOI } from '../support/scenes.ts';
import { until } from '../support/until.ts';

const RED = 300;
const WAYS = [
  ['send', HANOI.records],
  ['receive', 'tiepnhan.tt'],
  ['checkRecord', 'tiepnhan.tt'],
  ['review', 'kiemtra.tt'],
  ['updateOfficially', 'duyet.tt'],
] as const;

let office: Office;
let officer: Person;
let centre: Person;
beforeAll(async () => {
  office = await openOffice();
  officer = await office.as(HANOI.records);
  centre = await office.as('kiemtra.tt');
});
afterAll(() => office.close());

interface Entered {
  caseId: string;
  recordNumber: string;
}

async function enter(words: object = {}): Promise<Entered> {
  const { person, judgment, note } = aRecord();
  const record = { person, judgment: { ...judgment, ...words }, note };
  return officer.must('POST', '/transfers', { record });
}

/** The transfer's whole way to the official update, by its five people. */
async function sendOfficially({ caseId }: Entered): Promise<void> {
  for (const [act, username] of WAYS) {
    const person = await office.as(username);
    const { body } = await person.ask('GET', `/cases/${caseId}`);
    const expectedRev = body.line.rev;
    await person.must('POST', `/cases/${caseId}/acts`, { act, expectedRev, codes: {} });
  }
}

async function inTurns<T>(work: readonly (() => Promise<T>)[], at = 6): Promise<T[]> {
  const done: T[] = [];
  for (let from = 0; from < work.length; from += at) {
    done.push(...(await Promise.all(work.slice(from, from + at).map((one) => one()))));
  }
  return done;
}

const DRUGS = { offence: 'Tàng trữ cái gì đó', provision: 'Bộ luật Hình sự' };

test('300 red records are normalised by one batch, the Centre is told, and both sides are equal again', async () => {
  const entered = await inTurns(Array.from({ length: RED }, () => () => enter()));
  await until(
    async () => (await officer.ask('GET', `/cases/${entered.at(-1)?.caseId}`)).status === 200,
  );
  await inTurns(entered.map((one) => () => sendOfficially(one)));
  const before = await officer.must('GET', '/record-comparison');
  expect(before.counts).toEqual({ EQUAL: RED, DIFFERING: 0, MISSING: 0 });

  await enter(DRUGS);
  const { version, groups } = await officer.must('GET', '/record-normalisations/words');
  expect(groups.map(({ named }: { named: string | null }) => named)).toEqual([
    'BLHS2015-173',
    null,
  ]);
  const [{ offence, provision, from, to, named: code, judgments }] = groups;
  expect(judgments).toBe(RED);
  const chosen = { version, groups: [{ offence, provision, from, to, code }] };
  const preview = await officer.must('POST', '/record-normalisations', chosen);
  expect(preview.items).toHaveLength(RED);
  const changed = await officer.must('GET', '/records?limit=1');
  expect(changed.records[0]).toMatchObject({ version: 1, unnormalised: 1 });

  // What is entered after the preview is no part of it.
  await enter();
  const path = `/record-normalisations/${preview.id}/confirmation`;
  const twice = await Promise.all([officer.must('POST', path), officer.must('POST', path)]);
  for (const { items } of twice) {
    expect(items.every(({ result }: { result: string }) => result === 'NORMALISED')).toBe(true);
  }
  const { total } = await officer.must('GET', '/records?state=UNNORMALISED');
  expect(total).toBe(2);
  const differing = await officer.must('GET', '/record-comparison?state=DIFFERING');
  expect(differing.counts.DIFFERING).toBe(RED);
  expect(differing.records[0].differences).toContainEqual(
    expect.objectContaining({ field: 'offenceCode', before: null, after: 'BLHS2015-173' }),
  );
  const { length: shown } = differing.records;
  const reads = sql.type(z.object({ count: z.int() }))`
    SELECT sum(cardinality(subjects))::int AS count FROM read_audit WHERE what = 'comparison'`;
  expect(await office.db.oneFirst(reads)).toBe(shown);

  const { notices } = await centre.must('GET', '/record-notices');
  expect(notices).toHaveLength(1);
  const [{ id }] = notices;
  const byProvince = await officer.ask('POST', `/record-notices/${id}/application`);
  expect(byProvince.body.code).toBe('NOT_PERMITTED');
  const both = [1, 2].map(() => centre.must('POST', `/record-notices/${id}/application`));
  await Promise.all(both);
  const told = await officer.must('GET', `/record-notices/${id}`);
  expect(told.notice).toMatchObject({ items: RED, applied: RED, held: 0 });
  const after = await officer.must('GET', '/record-comparison');
  expect(after.counts).toEqual({ EQUAL: RED, DIFFERING: 0, MISSING: 2 });
  const copy = await centre.must('GET', `/records/${entered[0]?.recordNumber}`);
  expect(copy).toMatchObject({ book: 'CENTRE', copy: { state: 'EQUAL' }, line: { version: 2 } });
}, 240_000);

test('one judgment is mapped by one key, waits at the Centre for its copy, and is applied then', async () => {
  const one = await enter(DRUGS);
  const path = `/records/${one.recordNumber}/judgments/1/offence`;
  const unknown = await officer.ask('POST', path, { code: 'KHONG-CO' });
  expect([unknown.status, unknown.body.code]).toEqual([422, 'OFFENCE_NOT_LISTED']);
  const { id } = await officer.must('POST', path, { code: 'BLHS2015-249' });
  const again = await officer.ask('POST', path, { code: 'BLHS2015-249' }, { key: randomUUID() });
  expect(again.body.code).toBe('ALREADY_NORMALISED');
  const tried = await centre.must('POST', `/record-notices/${id}/application`);
  expect(tried.items[0].result).toBe('NO_COPY');
  await until(async () => (await officer.ask('GET', `/cases/${one.caseId}`)).status === 200);
  await sendOfficially(one);
  const applied = await centre.must('POST', `/record-notices/${id}/application`);
  expect(applied.items[0].result).toBe('APPLIED');
  const { copy } = await officer.must('GET', `/records/${one.recordNumber}`);
  expect(copy).toEqual({ state: 'EQUAL', differences: [] });
});

test('a code of another release and words that nobody says are refused', async () => {
  const group = { offence: 'Không ai nói', provision: 'x', from: '2022-01-01', to: '2022-12-31' };
  const ask = (version: number, code: string) =>
    officer.ask('POST', '/record-normalisations', { version, groups: [{ ...group, code }] });
  expect((await ask(7, 'BLHS2015-173')).body.code).toBe('CATALOGUE_CHANGED');
  expect((await ask(1, 'BLHS2015-173')).body.code).toBe('NOTHING_TO_NORMALISE');
  expect((await ask(1, 'KHONG-CO')).body.code).toBe('OFFENCE_NOT_LISTED');
});

test('records that were merged are merged at the Centre by their notice, and are equal again', async () => {
  const [into, from] = [await enter(DRUGS), await enter(DRUGS)];
  for (const one of [into, from]) {
    await until(async () => (await officer.ask('GET', `/cases/${one.caseId}`)).status === 200);
    await sendOfficially(one);
  }
  const proposal = { kind: 'MERGE', details: { from: from.recordNumber }, reason: 'x', version: 1 };
  await officer.must('POST', `/records/${into.recordNumber}/proposals`, proposal);
  const head = await office.as(HANOI.head);
  const { proposals } = await head.must('GET', `/records/${into.recordNumber}`);
  const [{ id, token }] = proposals;
  await head.must('POST', `/record-proposals/${id}/decision`, { approve: true, token });
  const old = `/records/${from.recordNumber}?old=true`;
  expect((await officer.must('GET', old)).copy.state).toBe('DIFFERING');
  const { items } = await centre.must('POST', `/record-notices/${id}/application`);
  expect(items).toMatchObject([{ mergedInto: into.recordNumber, result: 'APPLIED' }]);
  expect((await officer.must('GET', old)).copy.state).toBe('EQUAL');
  const led = await centre.must('GET', `/records/${from.recordNumber}`);
  expect(led).toMatchObject({ askedFor: from.recordNumber, copy: { state: 'EQUAL' } });
  expect(led.line.number).toBe(into.recordNumber);
});
